package io.sluice.optimizers.evolution;

import java.util.Arrays;

/**
 * Says when a run of CMA-ES has come to rest, by the rules of the BBOB-2009 paper: the best losses
 * of the last 10 + ⌈30 n / λ⌉ generations and the losses of the last one lie within 1e-12 (equal
 * ones included); every standard deviation and the path are below 1e-12 of the first step size; the
 * step size grew by more than 1e20 times the largest deviation; the condition of C is beyond 1e14;
 * a fifth of a standard deviation does not change some coordinate of the mean; there were 100 + 50
 * (n + 3)² / √λ generations.
 */
final class CmaRest {

  private static final double LOSS_TOLERANCE = 1e-12;
  private static final double STEP_TOLERANCE = 1e-12;
  private static final double LARGEST_GROWTH = 1e20;
  private static final double LARGEST_CONDITION = 1e14 * (1 - 1e-6);

  private final CovarianceAdaptation run;
  private final double firstStep;
  private final double[] history;
  private final double mostGenerations;
  private int generations;

  CmaRest(CovarianceAdaptation run) {
    this.run = run;
    firstStep = run.step;
    double n = run.dimension;
    history = new double[10 + (int) Math.ceil(30 * n / run.size)];
    mostGenerations = 100 + 50 * (n + 3) * (n + 3) / Math.sqrt(run.size);
  }

  /** Looks at a run after a generation; whether it is over. */
  boolean isReached() {
    double best = Arrays.stream(run.losses).min().orElseThrow();
    history[generations % history.length] = best;
    generations++;
    return generations >= mostGenerations || isFlat() || isNarrow();
  }

  private boolean isFlat() {
    if (generations < history.length) {
      return false;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double each : history) {
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    for (double each : run.losses) {
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    return most == least || most - least < LOSS_TOLERANCE;
  }

  private boolean isNarrow() {
    double reach = 0;
    double deviation = 0;
    for (int p = 0; p < run.dimension; p++) {
      reach = Math.max(reach, run.reach(p));
      double here = run.step * Math.sqrt(run.shape().variance(p));
      deviation = Math.max(deviation, here / run.step);
      double moved = run.mean[p] + 0.2 * here * run.width[p];
      if (moved == run.mean[p] && run.width[p] > 0) {
        return true;
      }
    }
    return reach < STEP_TOLERANCE * firstStep
        || run.step > LARGEST_GROWTH * firstStep * deviation
        || run.shape().condition() > LARGEST_CONDITION;
  }
}
