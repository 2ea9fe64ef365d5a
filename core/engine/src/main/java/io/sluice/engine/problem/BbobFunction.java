package io.sluice.engine.problem;

import static io.sluice.engine.problem.BbobStage.OSCILLATION;
import static io.sluice.engine.problem.BbobStage.affine;
import static io.sluice.engine.problem.BbobStage.asymmetry;
import static io.sluice.engine.problem.BbobStage.conditioning;
import static io.sluice.engine.problem.BbobStage.from;
import static io.sluice.engine.problem.BbobStage.linear;
import static io.sluice.engine.problem.BbobStage.share;

import io.sluice.math.Power;
import io.sluice.math.Trigonometric;
import java.util.Arrays;
import java.util.List;

/**
 * The 24 noiseless functions of the BBOB suite on [−5, 5]^n, as its programs compute them (where
 * these and the printed definitions differ, published results come from the programs). The loss is
 * the value above the minimum, so that 1e-8 is the target of the suite; the suite adds {@link
 * BbobInstance#least()}. Source: Hansen, Finck, Ros, Auger, INRIA RR-6829 (2009).
 */
final class BbobFunction extends PointFunction {

  private static final double LIMIT = 5;

  private final List<BbobStage> stages;
  private final BbobCore core;
  private final double penalty;
  private final double[] minimum;
  private final boolean smooth;

  private BbobFunction(
      double[] minimum, double penalty, boolean smooth, BbobCore core, List<BbobStage> stages) {
    super(minimum.length, LIMIT);
    this.minimum = minimum;
    this.penalty = penalty;
    this.smooth = smooth;
    this.core = core;
    this.stages = stages;
  }

  private static BbobFunction of(
      double[] minimum, double penalty, BbobCore core, BbobStage... stages) {
    return new BbobFunction(minimum, penalty, true, core, List.of(stages));
  }

  /** A function of the suite, with its number from 1 to 24. */
  static BbobFunction of(int function, int n, int instance) {
    BbobInstance drawn = BbobInstance.of(function, n, instance);
    double[] at = drawn.point();
    switch (function) {
      case 1:
        return of(at, 0, BbobCore.squares(i -> 1, n), from(at));
      case 2:
        return of(at, 0, ellipsoid(n), from(at), OSCILLATION);
      case 3:
        return of(
            at,
            0,
            BbobCore.RASTRIGIN,
            from(at),
            OSCILLATION,
            asymmetry(0.2, n),
            conditioning(10, n));
      case 4:
        for (int i = 0; i < n; i += 2) {
          at[i] = Math.abs(at[i]);
        }
        return of(at, 100, BbobCore.RASTRIGIN, from(at), OSCILLATION, steeperAbove(n));
      case 5:
        return slope(at);
      case 6:
        return of(at, 0, BbobCore.attractiveSector(at), from(at), turned(drawn, 10));
      case 7:
        return steps(drawn, at);
      case 8:
        for (int i = 0; i < n; i++) {
          at[i] *= 0.75;
        }
        return of(at, 0, BbobCore.ROSENBROCK, from(at), affine(i -> widening(n), i -> 1, n));
      case 9:
        return turnedValley(drawn, BbobCore.ROSENBROCK);
      case 10:
        return of(at, 0, ellipsoid(n), from(at), linear(drawn.outer()), OSCILLATION);
      case 11:
        return of(
            at,
            0,
            BbobCore.squares(i -> i == 0 ? 1e6 : 1, n),
            from(at),
            linear(drawn.outer()),
            OSCILLATION);
      case 12:
        return of(
            at,
            0,
            BbobCore.squares(i -> i == 0 ? 1 : 1e6, n),
            from(at),
            linear(drawn.outer()),
            asymmetry(0.5, n),
            linear(drawn.outer()));
      case 13:
        return of(at, 0, BbobCore.SHARP_RIDGE, from(at), turned(drawn, 10));
      case 14:
        return of(at, 0, BbobCore.DIFFERENT_POWERS, from(at), linear(drawn.outer()));
      case 15:
        return of(
            at,
            0,
            BbobCore.RASTRIGIN,
            from(at),
            linear(drawn.outer()),
            OSCILLATION,
            asymmetry(0.2, n),
            turned(drawn, 10));
      case 16:
        return of(
            at,
            10.0 / n,
            BbobCore.weierstrass(),
            from(at),
            linear(drawn.outer()),
            OSCILLATION,
            turned(drawn, 0.01));
      case 17:
      case 18:
        return of(
            at,
            10,
            BbobCore.SCHAFFERS,
            from(at),
            linear(drawn.outer()),
            asymmetry(0.5, n),
            linear(drawn.inner()),
            conditioning(function == 17 ? 10 : 1000, n));
      case 19:
        return turnedValley(drawn, BbobCore.GRIEWANK_ROSENBROCK);
      case 20:
        return schwefel(drawn);
      case 21:
        return peaks(drawn, new BbobPeaks(drawn, 101, 10, Math.sqrt(1000)));
      case 22:
        return peaks(drawn, new BbobPeaks(drawn, 21, 9.8, 1000));
      case 23:
        return of(at, 1, BbobCore.KATSUURA, from(at), turned(drawn, 100));
      case 24:
        return doubleFunnel(drawn);
      default:
        throw new IllegalArgumentException("the suite has functions 1 to 24, not " + function);
    }
  }

  private static BbobCore ellipsoid(int n) {
    return BbobCore.squares(i -> Power.pow(10, 6 * share(i, n)), n);
  }

  /** R Λ Q as one matrix. */
  private static BbobStage turned(BbobInstance drawn, double condition) {
    int n = drawn.dimensions();
    double[][] outer = drawn.outer();
    double[][] inner = drawn.inner();
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = outer[i][k] * Power.pow(condition, 0.5 * share(k, n));
        for (int j = 0; j < n; j++) {
          product[i][j] += factor * inner[k][j];
        }
      }
    }
    return linear(product);
  }

  /** Factors from 1 to √10, ten times as great for positive coordinates of even index. */
  private static BbobStage steeperAbove(int n) {
    return new BbobStage.Each() {
      @Override
      double value(double v, int i) {
        return v * slope(v, i);
      }

      @Override
      double slope(double v, int i) {
        double factor = Power.pow(10, 0.5 * share(i, n));
        return v > 0 && i % 2 == 0 ? 10 * factor : factor;
      }
    };
  }

  /** A plane that falls towards a corner and is level beyond it. */
  private static BbobFunction slope(double[] drawn) {
    int n = drawn.length;
    double[] corner = new double[n];
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      double sign = drawn[i] >= 0 ? 1 : -1;
      corner[i] = LIMIT * sign;
      slopes[i] = sign * Power.pow(10, share(i, n));
    }
    return of(
        corner,
        0,
        (x, g) -> {
          double sum = 0;
          for (int i = 0; i < n; i++) {
            boolean beyond = x[i] * corner[i] >= LIMIT * LIMIT;
            sum += LIMIT * Math.abs(slopes[i]) - slopes[i] * (beyond ? corner[i] : x[i]);
            if (g != null) {
              g[i] = beyond ? 0 : -slopes[i];
            }
          }
          return sum;
        });
  }

  /** Plateaus, so that no slope leads anywhere. */
  private static BbobFunction steps(BbobInstance drawn, double[] at) {
    int n = at.length;
    BbobStage turn = linear(drawn.outer());
    BbobCore ellipsoid = BbobCore.squares(i -> Power.pow(100, share(i, n)), n);
    BbobCore core =
        (z, g) -> {
          double[] rounded = new double[n];
          double[] turned = new double[n];
          for (int i = 0; i < n; i++) {
            rounded[i] =
                Math.abs(z[i]) > 0.5 ? Math.floor(z[i] + 0.5) : Math.floor(10 * z[i] + 0.5) / 10;
          }
          turn.forward(rounded, turned);
          double value = ellipsoid.at(turned, null);
          return Double.isNaN(z[0]) ? z[0] : 0.1 * Math.max(1e-4 * Math.abs(z[0]), value);
        };
    return new BbobFunction(
        at, 1, false, core, List.of(from(at), linear(drawn.inner()), conditioning(10, n)));
  }

  private static double widening(int n) {
    return Math.max(1, Math.sqrt(n) / 8);
  }

  /** A valley like Rosenbrock's, turned about 0 and not moved. */
  private static BbobFunction turnedValley(BbobInstance drawn, BbobCore core) {
    int n = drawn.dimensions();
    double[][] turn = drawn.inner();
    double[] minimum = new double[n];
    for (double[] row : turn) {
      for (int j = 0; j < n; j++) {
        minimum[j] += row[j] / (2 * widening(n));
      }
    }
    return of(minimum, 0, core, linear(turn), affine(i -> widening(n), i -> 0.5, n));
  }

  private static BbobFunction schwefel(BbobInstance drawn) {
    double centre = 4.2096874637;
    int n = drawn.dimensions();
    double[] signs = drawn.signs();
    BbobStage chain =
        new BbobStage() {
          @Override
          public void forward(double[] x, double[] y) {
            y[0] = x[0];
            for (int i = 1; i < n; i++) {
              y[i] = x[i] + 0.25 * (x[i - 1] - centre);
            }
          }

          @Override
          public void backward(double[] x, double[] by, double[] g) {
            for (int i = 0; i < n; i++) {
              g[i] = i + 1 < n ? by[i] + 0.25 * by[i + 1] : by[i];
            }
          }
        };
    return of(
        signed(signs, centre / 2),
        0,
        BbobCore.SCHWEFEL,
        affine(i -> 2 * signs[i], i -> 0, n),
        chain,
        affine(i -> 1, i -> -centre, n),
        conditioning(10, n),
        affine(i -> 100, i -> 100 * centre, n));
  }

  private static BbobFunction peaks(BbobInstance drawn, BbobPeaks peaks) {
    return of(peaks.minimum(), 1, peaks, linear(drawn.inner()));
  }

  /** Two funnels, the wider of which does not lead to the minimum, under Rastrigin's waves. */
  private static BbobFunction doubleFunnel(BbobInstance drawn) {
    int n = drawn.dimensions();
    double near = 2.5;
    double width = 1 - 1 / (2 * Math.sqrt(n + 20) - 8.2);
    double far = -Math.sqrt((near * near - 1) / width);
    double[] signs = drawn.signs();
    BbobStage turn = turned(drawn, 100);
    BbobCore core =
        (x, g) -> {
          double[] off = new double[n];
          double[] z = new double[n];
          double one = 0;
          double other = 0;
          for (int i = 0; i < n; i++) {
            off[i] = x[i] - near;
            one += off[i] * off[i];
            other += (x[i] - far) * (x[i] - far);
          }
          other = n + width * other;
          turn.forward(off, z);
          double waves = 0;
          for (int i = 0; i < n; i++) {
            waves += Trigonometric.cos(2 * Math.PI * z[i]);
            z[i] = 20 * Math.PI * Trigonometric.sin(2 * Math.PI * z[i]);
          }
          if (g != null) {
            turn.backward(off, z, g);
            for (int i = 0; i < n; i++) {
              g[i] += one <= other ? 2 * off[i] : 2 * width * (x[i] - far);
            }
          }
          return Math.min(one, other) + 10 * (n - waves);
        };
    return of(signed(signs, near / 2), 1e4, core, affine(i -> 2 * signs[i], i -> 0, n));
  }

  private static double[] signed(double[] signs, double size) {
    return Arrays.stream(signs).map(sign -> sign * size).toArray();
  }

  /** Where the loss is 0. */
  double[] minimum() {
    return minimum.clone();
  }

  @Override
  public boolean hasGradient() {
    return smooth;
  }

  @Override
  double value(double[] x) {
    double[] at = x;
    for (BbobStage stage : stages) {
      double[] image = new double[x.length];
      stage.forward(at, image);
      at = image;
    }
    double value = core.at(at, null);
    return penalty == 0 ? value : value + penalty * outside(x);
  }

  @Override
  void gradient(double[] x, double[] g) {
    double[][] on = new double[stages.size() + 1][x.length];
    on[0] = x;
    for (int s = 0; s < stages.size(); s++) {
      stages.get(s).forward(on[s], on[s + 1]);
    }
    double[] by = new double[x.length];
    core.at(on[stages.size()], by);
    for (int s = stages.size() - 1; s >= 0; s--) {
      double[] before = new double[x.length];
      stages.get(s).backward(on[s], by, before);
      by = before;
    }
    for (int i = 0; i < x.length; i++) {
      double over = Math.max(0, Math.abs(x[i]) - LIMIT);
      g[i] = by[i] + penalty * 2 * over * Math.signum(x[i]);
    }
  }

  /** Σ max(0, |x| − 5)². */
  private static double outside(double[] x) {
    double sum = 0;
    for (double v : x) {
      double over = Math.max(0, Math.abs(v) - LIMIT);
      sum += over * over;
    }
    return sum;
  }
}
