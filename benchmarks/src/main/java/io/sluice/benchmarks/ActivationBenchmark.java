package io.sluice.benchmarks;

import io.sluice.spi.Activation;
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

/** Whole activations on blocks of inputs between −3 and 3. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ActivationBenchmark {

  @Param({"128", "1024"})
  int elements;

  @Param({
    "tanh",
    "tanh-half",
    "sigmoid",
    "softplus",
    "softsign",
    "relu",
    "leaky-relu",
    "elu",
    "selu",
    "silu",
    "mish",
    "gelu",
    "gelu-tanh",
    "hard-swish",
    "sin",
    "cos",
    "snake",
    "siren",
    "identity",
    "acon-a",
    "acon-b",
    "acon-c"
  })
  String activation;

  private Activation chosen;
  private double[] x;
  private double[] y;
  private double[] slope;

  @Setup
  public void inputs() {
    chosen =
        BuiltIns.all(Activation.class).stream()
            .filter(one -> one.id().equals(activation))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no activation \"" + activation + "\""));
    SplittableRandom random = new SplittableRandom(1);
    x = new double[elements];
    y = new double[elements];
    slope = new double[elements];
    for (int i = 0; i < elements; i++) {
      x[i] = 6 * random.nextDouble() - 3;
    }
  }

  @Benchmark
  public double[] values() {
    chosen.values(x, y, 0, elements);
    return y;
  }

  @Benchmark
  public double[] valuesAndSlopes() {
    chosen.valuesAndSlopes(x, y, slope, 0, elements);
    return slope;
  }
}
