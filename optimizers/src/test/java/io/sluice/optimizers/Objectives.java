package io.sluice.optimizers;

import java.util.function.ToDoubleFunction;

/** Functions whose least value is 0. */
public enum Objectives implements ToDoubleFunction<double[]> {
  SPHERE {
    @Override
    public double applyAsDouble(double[] x) {
      double sum = 0;
      for (double each : x) {
        sum += each * each;
      }
      return sum;
    }
  },
  ELLIPSOID {
    @Override
    public double applyAsDouble(double[] x) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += StrictMath.pow(10, 6.0 * i / Math.max(1, x.length - 1)) * x[i] * x[i];
      }
      return sum;
    }
  },
  ROSENBROCK {
    @Override
    public double applyAsDouble(double[] x) {
      double sum = 0;
      for (int i = 0; i + 1 < x.length; i++) {
        double bend = x[i + 1] - x[i] * x[i];
        sum += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
      }
      return sum;
    }
  },
  RASTRIGIN {
    @Override
    public double applyAsDouble(double[] x) {
      double sum = 10.0 * x.length;
      for (double each : x) {
        sum += each * each - 10 * StrictMath.cos(2 * Math.PI * each);
      }
      return sum;
    }
  };

  /** Whether the best point is the origin, where numbers are as fine as can be. */
  boolean isBestAtZero() {
    return this == SPHERE || this == ELLIPSOID;
  }
}
