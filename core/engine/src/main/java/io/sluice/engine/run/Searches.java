package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.watch.Pulse;
import io.sluice.math.LaneRows;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The states of the optimizers of a block of trials, and where their candidates stand in the block:
 * those of one trial side by side ({@link TrialSearches}), or those of one number ({@link
 * LaneSearches}).
 */
abstract class Searches {

  final Pulse pulse = Pulse.ofThread();

  /** How many members a generation has at most. */
  final int size;

  /** How the candidates of all trials are laid out. */
  final BlockLayout layout;

  final double[] candidates;

  private final List<SearchSpace> spaces;
  private final WeightPolicy policy;

  /** Within these bounds a parameter is inside of those of every trial. */
  private final double[] lower;

  private final double[] upper;

  /**
   * @param spaces of the trials
   */
  Searches(TrialSetup first, List<SearchSpace> spaces) {
    this.spaces = spaces;
    size = first.populationSize();
    policy = first.policy();
    layout = new BlockLayout(first.task().parameters(), spaces.size() * size, 0);
    candidates = layout.newBlock();
    lower = new double[layout.parameters()];
    upper = new double[layout.parameters()];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    for (SearchSpace space : spaces) {
      for (int p = 0; p < lower.length; p++) {
        lower[p] = Math.max(lower[p], space.lower(p));
        upper[p] = Math.min(upper[p], space.upper(p));
      }
    }
  }

  /** Starts the trials side by side if their optimizer can do that, or else each for itself. */
  static Searches of(List<TrialRecord> records, RunRules rules) {
    List<SearchSpace> spaces = new ArrayList<>();
    List<RandomStream> random = new ArrayList<>();
    List<PopulationOptimizer> optimizers = new ArrayList<>();
    for (TrialRecord record : records) {
      TrialSetup setup = record.setup();
      double evaluations = rules.budget().evaluations(setup.populationSize());
      SearchSpace plain = PolicySpace.of(record, evaluations);
      spaces.add(CountingSpace.of(plain, record));
      random.add(setup.random(record.trial().repeat()));
      optimizers.add((PopulationOptimizer) setup.optimizer());
    }
    TrialSetup first = records.get(0).setup();
    return LaneSearches.of(first, optimizers, spaces, random)
        .orElseGet(() -> new TrialSearches(first, optimizers, spaces, random));
  }

  /** How many candidates the next generation of a trial has at most. */
  abstract int next(int trial);

  /** Has all trials write their candidates. */
  abstract void ask();

  /** How many candidates the trial has written. */
  abstract int members(int trial);

  /** The lane in which a candidate stands. */
  abstract int lane(int trial, int member);

  /** Writes the least loss of each trial, NaN if one of its losses is. */
  abstract void least(double[] losses, double[] least);

  /** Tells all trials their losses; index = lane. */
  abstract void tell(double[] losses);

  /** A trial is over, and the last one takes its place. */
  abstract void removeState(int trial);

  /** How many trials are under way. */
  final int trials() {
    return spaces.size();
  }

  final void remove(int trial) {
    removeState(trial);
    int last = spaces.size() - 1;
    spaces.set(trial, spaces.get(last));
    spaces.remove(last);
  }

  /** A copy of the candidates of a trial, {@code [member][parameter]}. */
  final double[][] generation(int trial) {
    double[][] members = new double[members(trial)][layout.parameters()];
    for (int member = 0; member < members.length; member++) {
      for (int p = 0; p < layout.parameters(); p++) {
        members[member][p] = candidates[layout.row(p) + lane(trial, member)];
      }
    }
    return members;
  }

  /** Has the weight policy put back what left the bounds of its trial. */
  final void keep() {
    if (policy == WeightPolicy.NONE) {
      return;
    }
    for (int p = 0; p < lower.length; p++) {
      int row = layout.row(p);
      if (LaneRows.areWithin(candidates, row, row + trials() * size, lower[p], upper[p])) {
        continue;
      }
      for (int trial = 0; trial < trials(); trial++) {
        for (int member = 0; member < members(trial); member++) {
          int i = row + lane(trial, member);
          if (!(candidates[i] >= lower[p] && candidates[i] <= upper[p])) {
            candidates[i] = spaces.get(trial).keep(p, candidates[i]);
          }
        }
      }
    }
  }

  /** Complains of a number of candidates. */
  static void checkSize(PopulationOptimizer optimizer, String what, int candidates, int largest) {
    if (candidates < 1 || candidates > largest) {
      throw new IllegalStateException(
          optimizer.id()
              + " "
              + what
              + " "
              + candidates
              + " candidates, but a generation has 1 to "
              + largest);
    }
  }
}
