package io.sluice.optimizers.oracle;

import java.util.Arrays;

/** A function to be minimised, with everything an oracle may be asked. */
public interface Bowl {

  double loss(double[] x);

  void gradient(double[] x, double[] gradient);

  /** The Hessian times the direction, by a central difference. */
  default void product(double[] x, double[] direction, double[] product) {
    double[] above = new double[x.length];
    double[] below = new double[x.length];
    Vectors.move(x, 1e-6, direction, above);
    Vectors.move(x, -1e-6, direction, below);
    double[] other = new double[x.length];
    gradient(above, product);
    gradient(below, other);
    Vectors.subtract(product, other, product);
    Vectors.scale(5e5, product, product);
  }

  /** Takes residuals with their slopes. */
  interface Sink {
    void take(double residual, double[] slopes);
  }

  default void residuals(double[] x, Sink sink) {
    throw new UnsupportedOperationException();
  }

  /** ½ x·A x − b·x with a symmetric A. */
  record Quadratic(double[][] a, double[] b) implements Bowl {

    @Override
    public double loss(double[] x) {
      double[] product = new double[x.length];
      multiply(x, product);
      return 0.5 * Vectors.dot(x, product) - Vectors.dot(b, x);
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
      multiply(x, gradient);
      Vectors.subtract(gradient, b, gradient);
    }

    @Override
    public void product(double[] x, double[] direction, double[] product) {
      multiply(direction, product);
    }

    private void multiply(double[] x, double[] product) {
      for (int row = 0; row < x.length; row++) {
        product[row] = Vectors.dot(a[row], x);
      }
    }

    /** Eigenvalues evenly spaced on a logarithmic scale from 1 to the condition, turned. */
    static Quadratic of(int n, double condition) {
      double[][] a = new double[n][n];
      double[] b = new double[n];
      for (int i = 0; i < n; i++) {
        a[i][i] = StrictMath.pow(condition, (double) i / (n - 1));
        b[i] = 1 + i % 3;
      }
      double[] mirror = new double[n];
      double squares = 0;
      for (int i = 0; i < n; i++) {
        mirror[i] = 1 + (i * 7) % 5;
        squares += mirror[i] * mirror[i];
      }
      double[][] left = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          left[i][j] = a[i][j] - 2 * mirror[i] * mirror[j] * a[j][j] / squares;
        }
      }
      double[][] turned = new double[n][n];
      for (int i = 0; i < n; i++) {
        double along = Vectors.dot(left[i], mirror);
        for (int j = 0; j < n; j++) {
          turned[i][j] = left[i][j] - 2 * along * mirror[j] / squares;
        }
      }
      return new Quadratic(turned, b);
    }
  }

  /** Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)². */
  record Rosenbrock() implements Bowl {

    @Override
    public double loss(double[] x) {
      double sum = 0;
      for (int i = 0; i + 1 < x.length; i++) {
        double bend = x[i + 1] - x[i] * x[i];
        sum += (1 - x[i]) * (1 - x[i]) + 100 * bend * bend;
      }
      return sum;
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
      gradient[0] = 0;
      for (int i = 0; i + 1 < x.length; i++) {
        double bend = x[i + 1] - x[i] * x[i];
        gradient[i] += -2 * (1 - x[i]) - 400 * x[i] * bend;
        gradient[i + 1] = 200 * bend;
      }
    }

    @Override
    public void residuals(double[] x, Sink sink) {
      for (int i = 0; i + 1 < x.length; i++) {
        double[] slopes = new double[x.length];
        slopes[i] = -20 * x[i];
        slopes[i + 1] = 10;
        sink.take(10 * (x[i + 1] - x[i] * x[i]), slopes);
        slopes = new double[x.length];
        slopes[i] = -1;
        sink.take(1 - x[i], slopes);
      }
    }
  }

  /** Σ (m·x − y)². */
  record LeastSquares(double[][] m, double[] y) implements Bowl {

    @Override
    public double loss(double[] x) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double r = Vectors.dot(m[i], x) - y[i];
        sum += r * r;
      }
      return sum;
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
      Arrays.fill(gradient, 0);
      residuals(x, (r, slopes) -> Vectors.move(gradient, 2 * r, slopes, gradient));
    }

    @Override
    public void residuals(double[] x, Sink sink) {
      for (int i = 0; i < y.length; i++) {
        sink.take(Vectors.dot(m[i], x) - y[i], m[i].clone());
      }
    }
  }
}
