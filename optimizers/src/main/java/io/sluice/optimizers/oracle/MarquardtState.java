package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/** Damps the step by μ, more after every failure and less after a success. */
final class MarquardtState extends ResidualState {

  /** Smaller dampings change nothing. */
  private static final double LEAST = 1e-20;

  private final LevenbergMarquardt numbers;
  private double damping;
  private boolean better;

  MarquardtState(OracleTask task, LevenbergMarquardt numbers) {
    super(task);
    this.numbers = numbers;
    damping = numbers.mu();
  }

  @Override
  void begin() {
    better = false;
  }

  @Override
  OracleRequest go(double[] point) {
    if (better) {
      damping = Math.max(LEAST, damping * numbers.muDecrease());
      return OracleRequest.ACCEPT;
    }
    while (!isStuck() && damping <= numbers.muMax() && !solve(damping)) {
      damping *= numbers.muIncrease();
    }
    if (isStuck() || damping > numbers.muMax()) {
      damping = numbers.mu();
      return nowhere(point);
    }
    Vectors.move(weights, 1, move, point);
    return OracleRequest.LOSS;
  }

  @Override
  void hear(double told) {
    better = told < loss;
    if (!better) {
      damping *= numbers.muIncrease();
    }
  }
}
