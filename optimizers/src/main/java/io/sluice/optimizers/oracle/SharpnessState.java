package io.sluice.optimizers.oracle;

import io.sluice.spi.GradientState;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/**
 * Takes the gradient a little uphill of the weights, and has the optimizer inside make an update of
 * it: {@code e = ρ g / |g|}, or with adaptive sharpness {@code e = ρ T² g / |T g|} where {@code T =
 * |w| + η}.
 */
final class SharpnessState extends AtWeights {

  /** How far uphill to look, and whether each weight has a scale of its own. */
  record Reach(double rho, boolean adaptive, double floor) {}

  private final Reach reach;
  private final GradientState inner;
  private boolean looked;
  private int step;

  SharpnessState(OracleTask task, Reach reach, GradientState inner) {
    super(task);
    this.reach = reach;
    this.inner = inner;
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
        double uphill = factor * scale(p) * scale(p) * gradient[p];
        point[p] = factor == 0 ? weights[p] : weights[p] + uphill;
      }
      return OracleRequest.GRADIENT;
    }
    inner.update(++step, 1, weights, gradient);
    Vectors.move(weights, 1, gradient, point);
    return OracleRequest.ACCEPT;
  }

  private double scale(int parameter) {
    return reach.adaptive() ? Math.abs(weights[parameter]) + reach.floor() : 1;
  }

  @Override
  void hear(double told, double[] point, double[] vector) {
    looked = true;
    if (Vectors.areFinite(vector)) {
      Vectors.copy(vector, gradient); // Else that at the weights has to do.
    }
  }
}
