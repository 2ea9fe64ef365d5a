package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/**
 * Takes the gradient a little uphill of the weights, and has another optimizer make an update of
 * it: {@code e = ρ g / |g|}, or with adaptive sharpness {@code e = ρ T² g / |T g|} where {@code T =
 * |w| + η}.
 */
final class SharpnessState extends AtWeights {

  /** What makes updates of gradients. */
  interface Updates {
    /** Turns the gradient into the update. */
    void apply(double[] gradient);

    /** The first moment of a weight changes its sign. */
    void flip(int parameter);
  }

  /** How far uphill to look, and whether each weight has a scale of its own. */
  record Reach(double rho, boolean adaptive, double floor) {}

  private final Reach reach;
  private final Updates updates;
  private boolean looked;

  SharpnessState(OracleTask task, Reach reach, Updates updates) {
    super(task);
    this.reach = reach;
    this.updates = updates;
  }

  @Override
  void begin() {
    looked = false;
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    if (!looked) {
      double squares = 0;
      for (int p = 0; p < point.length; p++) {
        double part = scale(p) * gradient[p];
        squares += part * part;
      }
      double factor = squares > 0 ? reach.rho() / Math.sqrt(squares) : 0;
      for (int p = 0; p < point.length; p++) {
        point[p] = weights[p] + factor * scale(p) * scale(p) * gradient[p];
      }
      return OracleRequest.GRADIENT;
    }
    updates.apply(gradient);
    Vectors.move(weights, 1, gradient, point);
    return OracleRequest.ACCEPT;
  }

  private double scale(int parameter) {
    return reach.adaptive() ? Math.abs(weights[parameter]) + reach.floor() : 1;
  }

  @Override
  void hear(double told, double[] point, double[] vector) {
    looked = true;
    Vectors.copy(vector, gradient);
  }

  @Override
  public void flip(int parameter) {
    updates.flip(parameter);
  }

  /** Gradient descent with the momentum of PyTorch: {@code b ← μ b + g, −η b}. */
  static Updates momentum(int parameters, double rate, double momentum) {
    double[] buffer = new double[parameters];
    return new Updates() {
      @Override
      public void apply(double[] gradient) {
        for (int p = 0; p < buffer.length; p++) {
          buffer[p] = momentum * buffer[p] + gradient[p];
          gradient[p] = -rate * buffer[p];
        }
      }

      @Override
      public void flip(int parameter) {
        buffer[parameter] = -buffer[parameter];
      }
    };
  }

  /** Adam: {@code −η m̂ / (√v̂ + ε)}. */
  static Updates adam(int parameters, double rate, double beta1, double beta2, double epsilon) {
    double[] mean = new double[parameters];
    double[] square = new double[parameters];
    double[] powers = {1, 1};
    return new Updates() {
      @Override
      public void apply(double[] gradient) {
        powers[0] *= beta1;
        powers[1] *= beta2;
        double size = -rate / (1 - powers[0]);
        double root = Math.sqrt(1 - powers[1]);
        for (int p = 0; p < mean.length; p++) {
          mean[p] = beta1 * mean[p] + (1 - beta1) * gradient[p];
          square[p] = beta2 * square[p] + (1 - beta2) * gradient[p] * gradient[p];
          double denominator = Math.sqrt(square[p]) / root + epsilon;
          gradient[p] = mean[p] == 0 ? 0 : size * mean[p] / denominator;
        }
      }

      @Override
      public void flip(int parameter) {
        mean[parameter] = -mean[parameter];
      }
    };
  }
}
