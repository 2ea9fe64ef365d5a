package io.sluice.passport.optimizer;

import java.util.Arrays;

/**
 * A function to be minimised: a sum of squares of residuals, so that it can answer every question
 * an optimizer may have.
 */
interface Landscape {

  /** The cube root of 2^-52: of a central difference about the best share of the point. */
  double SHARE = 6.055454452393343e-6;

  /** How many parameters there are. */
  int dimensions();

  /** How many residuals there are. */
  int residuals();

  /**
   * Sets the residuals at a point.
   *
   * @param slopes receives the slopes of each, all zero before; null if nobody wants them
   */
  void look(double[] x, double[] residuals, double[][] slopes);

  /** The sum of the squares. */
  default double loss(double[] x) {
    double[] residuals = new double[residuals()];
    look(x, residuals, null);
    return squares(residuals);
  }

  /** Sets the slopes of the loss, and returns it. */
  default double gradient(double[] x, double[] gradient) {
    double[] residuals = new double[residuals()];
    double[][] slopes = new double[residuals.length][dimensions()];
    look(x, residuals, slopes);
    Arrays.fill(gradient, 0);
    for (int r = 0; r < residuals.length; r++) {
      for (int p = 0; p < gradient.length; p++) {
        gradient[p] += 2 * residuals[r] * slopes[r][p];
      }
    }
    return squares(residuals);
  }

  /** Sets the product of the Hessian with a direction, by a central difference. */
  default void product(double[] x, double[] direction, double[] product) {
    double largest = 0;
    double place = 1;
    for (int p = 0; p < x.length; p++) {
      largest = Math.max(largest, Math.abs(direction[p]));
      place = Math.max(place, Math.abs(x[p]));
    }
    double length = largest == 0 ? 0 : SHARE * place / largest;
    double[] above = new double[x.length];
    double[] below = new double[x.length];
    for (int p = 0; p < x.length; p++) {
      above[p] = x[p] + length * direction[p];
      below[p] = x[p] - length * direction[p];
    }
    double[] other = new double[x.length];
    gradient(above, product);
    gradient(below, other);
    for (int p = 0; p < x.length; p++) {
      product[p] = length == 0 ? 0 : (product[p] - other[p]) / (2 * length);
    }
  }

  private static double squares(double[] residuals) {
    double sum = 0;
    for (double residual : residuals) {
      sum += residual * residual;
    }
    return sum;
  }

  /**
   * ½ Σ λᵢ (xᵢ − cᵢ)².
   *
   * @param eigenvalues the λᵢ
   * @param centre the cᵢ
   */
  record Quadratic(double[] eigenvalues, double[] centre) implements Landscape {

    /** Around the origin, with λ evenly spaced on a logarithmic scale from least to greatest. */
    static Quadratic of(int dimensions, double least, double greatest) {
      double[] eigenvalues = new double[dimensions];
      for (int i = 0; i < dimensions; i++) {
        double share = i / (double) (dimensions - 1);
        eigenvalues[i] = least * StrictMath.pow(greatest / least, share);
      }
      eigenvalues[dimensions - 1] = greatest;
      return new Quadratic(eigenvalues, new double[dimensions]);
    }

    /** The same around a point that no search favours. */
    Quadratic aside() {
      double[] places = {1.25, -2.5, 0.625, 3.125, -1.5625};
      double[] centre = new double[eigenvalues.length];
      for (int i = 0; i < centre.length; i++) {
        centre[i] = places[i % places.length];
      }
      return new Quadratic(eigenvalues, centre);
    }

    @Override
    public int dimensions() {
      return eigenvalues.length;
    }

    @Override
    public int residuals() {
      return eigenvalues.length;
    }

    @Override
    public void look(double[] x, double[] residuals, double[][] slopes) {
      for (int i = 0; i < x.length; i++) {
        double root = Math.sqrt(eigenvalues[i] / 2);
        residuals[i] = root * (x[i] - centre[i]);
        if (slopes != null) {
          slopes[i][i] = root;
        }
      }
    }

    /** The same as of the residuals, in fewer steps. */
    @Override
    public double gradient(double[] x, double[] gradient) {
      for (int i = 0; i < x.length; i++) {
        gradient[i] = eigenvalues[i] * (x[i] - centre[i]);
      }
      return loss(x);
    }
  }

  /** Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)². */
  record Rosenbrock(int dimensions) implements Landscape {

    @Override
    public int residuals() {
      return 2 * (dimensions - 1);
    }

    @Override
    public void look(double[] x, double[] residuals, double[][] slopes) {
      for (int i = 0; i + 1 < x.length; i++) {
        residuals[2 * i] = 10 * (x[i + 1] - x[i] * x[i]);
        residuals[2 * i + 1] = 1 - x[i];
        if (slopes != null) {
          slopes[2 * i][i] = -20 * x[i];
          slopes[2 * i][i + 1] = 10;
          slopes[2 * i + 1][i] = -1;
        }
      }
    }
  }

  /**
   * A bowl that is bent and askew: a quadratic, and what neighbours do to each other. Its slopes
   * change by about as much as its arguments, so that a learning rate of 1 does no harm.
   */
  record Bent(int dimensions) implements Landscape {

    private static final double COUPLING = 0.1;

    @Override
    public int residuals() {
      return 2 * dimensions - 1;
    }

    @Override
    public void look(double[] x, double[] residuals, double[][] slopes) {
      int n = x.length;
      for (int i = 0; i < n; i++) {
        double weight = 0.25 + 0.125 * i;
        residuals[i] = weight * (x[i] - 0.5 * i);
        if (slopes != null) {
          slopes[i][i] = weight;
        }
        if (i + 1 < n) {
          residuals[n + i] = COUPLING * (x[i] * x[i + 1] - 1);
          if (slopes != null) {
            slopes[n + i][i] = COUPLING * x[i + 1];
            slopes[n + i][i + 1] = COUPLING * x[i];
          }
        }
      }
    }
  }

  /**
   * Another function in other coordinates, times a factor.
   *
   * @param map from the other's coordinates to these
   * @param root of the factor
   */
  record Changed(Landscape other, Affine map, double root) implements Landscape {

    @Override
    public int dimensions() {
      return other.dimensions();
    }

    @Override
    public int residuals() {
      return other.residuals();
    }

    @Override
    public void look(double[] y, double[] residuals, double[][] slopes) {
      other.look(map.back(y), residuals, slopes);
      for (int r = 0; r < residuals.length; r++) {
        residuals[r] *= root;
        if (slopes != null) {
          slopes[r] = map.slopes(slopes[r]);
          for (int p = 0; p < y.length; p++) {
            slopes[r][p] *= root;
          }
        }
      }
    }
  }
}
