package io.sluice.engine.problem;

import io.sluice.math.Exponential;
import io.sluice.math.Trigonometric;

/**
 * The functions that optimizers have been compared on for decades, on the box [−limit, limit]^n,
 * with their minimum 0.
 */
abstract class ClassicFunction extends PointFunction {

  private static final double TWO_PI = 2 * Math.PI;

  private ClassicFunction(int dimensions, double limit) {
    super(dimensions, limit);
  }

  /** Σ x². Minimum at 0. */
  static final class Sphere extends ClassicFunction {
    Sphere(int dimensions, double limit) {
      super(dimensions, limit);
    }

    @Override
    double value(double[] x) {
      double sum = 0;
      for (double v : x) {
        sum += v * v;
      }
      return sum;
    }

    @Override
    void gradient(double[] x, double[] g) {
      for (int d = 0; d < x.length; d++) {
        g[d] = 2 * x[d];
      }
    }

    @Override
    public int residuals() {
      return dimensions();
    }

    @Override
    double residual(int index, double[] x, double[] g) {
      g[index] = 1;
      return x[index];
    }
  }

  /** Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)². Minimum at (1, …, 1), in a curved valley. */
  static final class Rosenbrock extends ClassicFunction {
    Rosenbrock(int dimensions, double limit) {
      super(dimensions, limit);
    }

    @Override
    double value(double[] x) {
      double sum = 0;
      for (int d = 0; d + 1 < x.length; d++) {
        double bend = x[d + 1] - x[d] * x[d];
        double rest = 1 - x[d];
        sum += 100 * bend * bend + rest * rest;
      }
      return sum;
    }

    @Override
    void gradient(double[] x, double[] g) {
      g[0] = 0;
      for (int d = 0; d + 1 < x.length; d++) {
        double bend = x[d + 1] - x[d] * x[d];
        g[d] += -400 * x[d] * bend - 2 * (1 - x[d]);
        g[d + 1] = 200 * bend;
      }
    }

    @Override
    public int residuals() {
      return 2 * (dimensions() - 1);
    }

    /** First 10 (x_{i+1} − x_i²), then 1 − x_i. */
    @Override
    double residual(int index, double[] x, double[] g) {
      int d = index / 2;
      if (index % 2 == 1) {
        g[d] = -1;
        return 1 - x[d];
      }
      g[d] = -20 * x[d];
      g[d + 1] = 10;
      return 10 * (x[d + 1] - x[d] * x[d]);
    }
  }

  /** 10 n + Σ x² − 10 cos 2πx. Minimum at 0 in a lattice of minima. */
  static final class Rastrigin extends ClassicFunction {
    Rastrigin(int dimensions, double limit) {
      super(dimensions, limit);
    }

    @Override
    double value(double[] x) {
      double sum = 0;
      for (double v : x) {
        sum += v * v + 10 * (1 - Trigonometric.cos(TWO_PI * v));
      }
      return sum;
    }

    @Override
    void gradient(double[] x, double[] g) {
      for (int d = 0; d < x.length; d++) {
        g[d] = 2 * x[d] + 10 * TWO_PI * Trigonometric.sin(TWO_PI * x[d]);
      }
    }
  }

  /**
   * 20 (1 − exp(−0.2 √(Σ x² / n))) + e − exp(Σ cos 2πx / n). Minimum at 0, where it has a kink; the
   * gradient there is taken as 0.
   */
  static final class Ackley extends ClassicFunction {
    Ackley(int dimensions, double limit) {
      super(dimensions, limit);
    }

    @Override
    double value(double[] x) {
      double wave = waveMean(x);
      return -20 * Exponential.expm1(-0.2 * radius(x)) - Math.E * Exponential.expm1(wave - 1);
    }

    @Override
    void gradient(double[] x, double[] g) {
      double radius = radius(x);
      double bowl = radius == 0 ? 0 : 4 * Exponential.exp(-0.2 * radius) / (radius * x.length);
      double wave = TWO_PI * Exponential.exp(waveMean(x)) / x.length;
      for (int d = 0; d < x.length; d++) {
        g[d] = bowl * x[d] + wave * Trigonometric.sin(TWO_PI * x[d]);
      }
    }

    private static double radius(double[] x) {
      double sum = 0;
      for (double v : x) {
        sum += v * v;
      }
      return Math.sqrt(sum / x.length);
    }

    private static double waveMean(double[] x) {
      double sum = 0;
      for (double v : x) {
        sum += Trigonometric.cos(TWO_PI * v);
      }
      return sum / x.length;
    }
  }
}
