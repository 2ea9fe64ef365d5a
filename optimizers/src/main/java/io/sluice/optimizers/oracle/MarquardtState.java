package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/** Damps the step by μ, more after every failure and less after a success. */
final class MarquardtState extends ResidualState {

  /** Smaller dampings change nothing. */
  private static final double LEAST = 1e-20;

  private final double first;
  private final double decrease;
  private final double increase;
  private final double most;
  private double damping;
  private boolean better;

  MarquardtState(OracleTask task, Settings set) {
    super(task);
    first = set.real("mu");
    decrease = set.real("mu-decrease");
    increase = set.real("mu-increase");
    most = set.real("mu-max");
    damping = first;
  }

  @Override
  void begin() {
    better = false;
  }

  @Override
  OracleRequest go(double[] point) {
    if (better) {
      damping = Math.max(LEAST, damping * decrease);
      return OracleRequest.ACCEPT;
    }
    while (!isStuck() && damping <= most && !solve(damping)) {
      damping *= increase;
    }
    if (isStuck() || damping > most) {
      damping = first;
      return nowhere(point);
    }
    Vectors.move(weights, 1, move, point);
    return OracleRequest.LOSS;
  }

  @Override
  void hear(double told) {
    better = told < loss;
    if (!better) {
      damping *= increase;
    }
  }
}
