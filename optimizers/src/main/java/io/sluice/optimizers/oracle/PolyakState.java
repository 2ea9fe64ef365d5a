package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/** {@code w ← w − min(η, (f − f*) / (c |g|² + ε)) g}, with a momentum that follows the updates. */
final class PolyakState extends AtWeights {

  private final double limit;
  private final double least;
  private final double factor;
  private final double epsilon;
  private final double momentum;
  private final double[] buffer;

  /**
   * A state.
   *
   * @param limit η
   * @param least f*
   * @param factor c
   * @param momentum 0 for none
   */
  PolyakState(
      OracleTask task, double limit, double least, double factor, double epsilon, double momentum) {
    super(task);
    this.limit = limit;
    this.least = least;
    this.factor = factor;
    this.epsilon = epsilon;
    this.momentum = momentum;
    buffer = new double[task.parameters()];
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    double squares = factor * Vectors.dot(gradient, gradient) + epsilon;
    double gap = Math.max(0, loss - least);
    double length = squares > 0 && squares <= Double.MAX_VALUE ? Math.min(limit, gap / squares) : 0;
    for (int p = 0; p < point.length; p++) {
      double update = length == 0 ? 0 : -length * gradient[p];
      buffer[p] = momentum * buffer[p] + update;
      point[p] = weights[p] + update + momentum * buffer[p];
    }
    return OracleRequest.ACCEPT;
  }

  @Override
  public void flip(int parameter) {
    buffer[parameter] = -buffer[parameter];
  }
}
