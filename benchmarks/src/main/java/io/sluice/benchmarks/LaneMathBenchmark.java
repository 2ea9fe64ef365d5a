package io.sluice.benchmarks;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.math.Normal;
import io.sluice.math.Trigonometric;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The block forms of lane mathematics on inputs between −3 and 3; logarithms on 0.05 to 6. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LaneMathBenchmark {

  /** Which function a run times. */
  public enum Function {
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SIN,
    COS,
    SIN_AND_COS,
    TANH,
    TANH_AND_SLOPE,
    SIGMOID,
    SOFTPLUS,
    ERF,
    ERFC,
    BELL,
    CUMULATIVE;

    boolean isLogarithm() {
      return name().toLowerCase(Locale.ROOT).startsWith("log");
    }
  }

  @Param({"128", "1024"})
  int elements;

  @Param Function function;

  private double[] x;
  private double[] y;
  private double[] z;

  @Setup
  public void inputs() {
    SplittableRandom random = new SplittableRandom(1);
    x = new double[elements];
    y = new double[elements];
    z = new double[elements];
    for (int i = 0; i < elements; i++) {
      double unit = random.nextDouble();
      x[i] = function.isLogarithm() ? 0.05 + 5.95 * unit : 6 * unit - 3;
    }
  }

  @Benchmark
  public double[] block() {
    switch (function) {
      case EXP:
        Exponential.exps(x, y, 0, elements);
        break;
      case EXPM1:
        Exponential.expm1s(x, y, 0, elements);
        break;
      case LOG:
        Logarithm.logs(x, y, 0, elements);
        break;
      case LOG1P:
        Logarithm.log1ps(x, y, 0, elements);
        break;
      case SIN:
        Trigonometric.sins(x, y, 0, elements);
        break;
      case COS:
        Trigonometric.coss(x, y, 0, elements);
        break;
      case SIN_AND_COS:
        Trigonometric.sinsAndCosines(x, y, z, 0, elements);
        break;
      case TANH:
        Hyperbolic.tanhs(x, y, 0, elements);
        break;
      case TANH_AND_SLOPE:
        Hyperbolic.tanhsAndSlopes(x, y, z, 0, elements);
        break;
      case SIGMOID:
        Logistic.sigmoids(x, y, 0, elements);
        break;
      case SOFTPLUS:
        Logistic.softpluses(x, y, 0, elements);
        break;
      case ERF:
        ErrorFunction.erfs(x, y, 0, elements);
        break;
      case ERFC:
        ErrorFunction.erfcs(x, y, 0, elements);
        break;
      case BELL:
        Normal.bells(x, y, 0, elements);
        break;
      default:
        Normal.cumulatives(x, y, 0, elements);
    }
    return y;
  }
}
