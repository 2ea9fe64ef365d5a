package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/** Goes along the solution of the linear least squares, as far as the loss falls enough. */
final class GaussNewtonState extends ResidualState {

  /** By how much a matrix that is not positive definite is damped more. */
  private static final double MORE = 100;

  private final LineSearch search;
  private final double damping;
  private boolean begun;
  private boolean found;

  GaussNewtonState(OracleTask task, LineSearch search, double damping) {
    super(task);
    this.search = search;
    this.damping = damping;
  }

  @Override
  void begin() {
    begun = false;
    found = false;
  }

  @Override
  OracleRequest go(double[] point) {
    if (found) {
      return OracleRequest.ACCEPT;
    }
    if (!begun) {
      double ridge = damping * largest();
      while (!isStuck() && !solve(ridge) && ridge <= Double.MAX_VALUE) {
        ridge = Math.max(ridge * MORE, Double.MIN_NORMAL);
      }
      double slope = 2 * Vectors.dot(side, move);
      if (isStuck() || !(slope < 0) || !Vectors.areFinite(move)) {
        return nowhere(point);
      }
      search.begin(loss, slope, 1);
      begun = true;
    } else if (search.isOver()) {
      return nowhere(point);
    }
    Vectors.move(weights, search.length(), move, point);
    return OracleRequest.LOSS;
  }

  @Override
  void hear(double told) {
    found = search.tell(told, Double.NaN);
  }
}
