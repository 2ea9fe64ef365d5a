package io.sluice.engine.run;

import io.sluice.engine.network.TileSize;
import io.sluice.engine.plan.QuestionCosts;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Keep;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;

/**
 * What a run would keep and hold in memory, before anything is computed.
 *
 * @param measurements how many there are at most: trials may end early
 * @param series how many a look gives at most
 * @param storeBytes what they take in a store, about
 * @param blockBytes what the weights of the largest block take with what optimizers commonly keep
 *     beside them, about; each thread has one block
 */
public record RunEstimate(double measurements, int series, double storeBytes, double blockBytes) {

  /** More measurements make a store slow to read and large. */
  private static final double MANY = 5e6;

  /** Of a row with its key, as SQLite keeps it. */
  private static final double BYTES_A_ROW = 45;

  /** Weights, gradients and two moments. */
  private static final int ARRAYS = 4;

  private static final int ARRAYS_OF_BOUNDS = 2;

  /** The estimate of a plan. */
  public static RunEstimate of(StudyPlan plan) {
    double measurements = 0;
    int series = 0;
    double block = 0;
    int repeats = plan.spec().repeats();
    double trials = (double) plan.cells().size() * repeats;
    Keep keep = plan.spec().keep();
    int measured = keep.summaries() ? Math.min(keep.rows(), repeats) : repeats;
    for (StudyPlan.Kind kind : plan.kinds()) {
      TrialSetup setup = kind.first();
      if (plan.spec().cadence().measures()) {
        int readings = Reading.of(setup, plan.spec().metrics()).size();
        series = Math.max(series, readings);
        measurements += kind.cells() * readings * looks(plan, setup) * measured;
      }
      int lanes = TrialOrder.lanes(setup.parameters());
      int arrays = ARRAYS + (setup.isBounded() ? ARRAYS_OF_BOUNDS : 0);
      double together = Math.min(lanes, trials);
      double bytes = together * arrays * setup.parameters() * Double.BYTES;
      if (setup.task() instanceof Task.Fit) {
        bytes += TileSize.bytesAboveMost(((Task.Fit) setup.task()).network(), (int) together);
      }
      block = Math.max(block, bytes);
    }
    return new RunEstimate(measurements, series, measurements * BYTES_A_ROW, block);
  }

  /** How often a trial of the cell is measured at most, its last step included. */
  private static double looks(StudyPlan plan, TrialSetup setup) {
    Budget budget = plan.spec().budget();
    Cadence cadence = plan.spec().cadence();
    if (setup.optimizer() instanceof PopulationOptimizer) {
      long generations = budget.generations(setup.populationSize());
      // Nothing is known of a population before its first generation.
      return cadence.looks(generations) - 1 + (cadence.measures(generations) ? 0 : 1);
    }
    if (setup.optimizer() instanceof OracleOptimizer) {
      return cadence.looks(steps(budget, setup)) + 1.0;
    }
    long updates = budget.updates(setup.pace());
    double looks = cadence.looks(updates) + (cadence.measures(updates) ? 0 : 1);
    return setup.pace().looksApart()
        ? Math.min(looks, 2.0 + updates / setup.pace().updatesPerEpoch())
        : looks;
  }

  /** The most steps of a trial that asks one question in each. */
  private static long steps(Budget budget, TrialSetup setup) {
    if (budget.unit() == Budget.Unit.STEPS) {
      return (long) budget.amount();
    }
    QuestionCosts costs =
        budget.unit() == Budget.Unit.EVALUATIONS
            ? QuestionCosts.EVALUATIONS
            : QuestionCosts.of(budget, setup.task());
    double share = (double) setup.pace().rows() / setup.pace().batch();
    return (long) (budget.amount() * share / costs.least((OracleOptimizer) setup.optimizer()));
  }

  /** Whether there are so many measurements that it should be said. */
  public boolean isLarge() {
    return measurements > MANY;
  }
}
