package io.sluice.engine.problem;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.math.Power;
import io.sluice.math.Trigonometric;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** One of the transformations of points that BBOB's functions are composed of. */
interface BbobStage {

  /** Sets {@code y} to the image of {@code x}. */
  void forward(double[] x, double[] y);

  /** Turns slopes by the image, {@code by}, into slopes by x, {@code g}. */
  void backward(double[] x, double[] by, double[] g);

  /** A x. */
  static BbobStage linear(double[][] a) {
    return new BbobStage() {
      @Override
      public void forward(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
          double sum = 0;
          for (int j = 0; j < x.length; j++) {
            sum += a[i][j] * x[j];
          }
          y[i] = sum;
        }
      }

      @Override
      public void backward(double[] x, double[] by, double[] g) {
        Arrays.fill(g, 0);
        for (int i = 0; i < by.length; i++) {
          for (int j = 0; j < g.length; j++) {
            g[j] += a[i][j] * by[i];
          }
        }
      }
    };
  }

  /** What happens to each coordinate by itself. */
  abstract class Each implements BbobStage {

    abstract double value(double v, int i);

    abstract double slope(double v, int i);

    @Override
    public final void forward(double[] x, double[] y) {
      for (int i = 0; i < x.length; i++) {
        y[i] = value(x[i], i);
      }
    }

    @Override
    public final void backward(double[] x, double[] by, double[] g) {
      for (int i = 0; i < x.length; i++) {
        g[i] = by[i] * slope(x[i], i);
      }
    }
  }

  /** factor_i x_i + offset_i. */
  static BbobStage affine(IntToDoubleFunction factor, IntToDoubleFunction offset, int n) {
    double[] factors = new double[n];
    double[] offsets = new double[n];
    Arrays.setAll(factors, factor);
    Arrays.setAll(offsets, offset);
    return new Each() {
      @Override
      double value(double v, int i) {
        return factors[i] * v + offsets[i];
      }

      @Override
      double slope(double v, int i) {
        return factors[i];
      }
    };
  }

  /** x_i − point_i. */
  static BbobStage from(double[] point) {
    return affine(i -> 1, i -> -point[i], point.length);
  }

  /** T_osz of each coordinate. */
  BbobStage OSCILLATION =
      new Each() {
        @Override
        double value(double v, int i) {
          return oscillation(v);
        }

        @Override
        double slope(double v, int i) {
          return oscillationSlope(v);
        }
      };

  /**
   * T_osz, which bends a number a little: v → v exp(0.049 (sin at + sin bt)) with t = 10 ln |v|.
   */
  static double oscillation(double v) {
    if (v == 0 || Double.isNaN(v)) {
      return v;
    }
    double t = 10 * Logarithm.log(Math.abs(v));
    double bend = Trigonometric.sin(first(v) * t) + Trigonometric.sin(second(v) * t);
    return Math.signum(v) * Exponential.exp(0.1 * (t + 0.49 * bend));
  }

  /** The slope of {@link #oscillation}; 1 is taken at 0, around which it has no limit. */
  static double oscillationSlope(double v) {
    if (v == 0) {
      return 1;
    }
    double t = 10 * Logarithm.log(Math.abs(v));
    double a = first(v);
    double b = second(v);
    double bend = a * Trigonometric.cos(a * t) + b * Trigonometric.cos(b * t);
    return oscillation(v) / v * (1 + 0.49 * bend);
  }

  private static double first(double v) {
    return v > 0 ? 1 : 0.55;
  }

  private static double second(double v) {
    return v > 0 ? 0.79 : 0.31;
  }

  /** T_asy: v^(1 + β share_i √v) of positive coordinates; share runs from 0 to 1. */
  static BbobStage asymmetry(double beta, int n) {
    return new Each() {
      @Override
      double value(double v, int i) {
        return v > 0 ? Power.pow(v, 1 + beta * share(i, n) * Math.sqrt(v)) : v;
      }

      @Override
      double slope(double v, int i) {
        if (!(v > 0)) {
          return 1;
        }
        double root = Math.sqrt(v);
        double bent = beta * share(i, n);
        double growth = (1 + bent * root) / v + bent / (2 * root) * Logarithm.log(v);
        return value(v, i) * growth;
      }
    };
  }

  /** i / (n − 1). */
  static double share(int i, int n) {
    return (double) i / (n - 1);
  }

  /** Λ^α: factors from 1 to √α. */
  static BbobStage conditioning(double alpha, int n) {
    return affine(i -> Power.pow(alpha, 0.5 * share(i, n)), i -> 0, n);
  }
}
