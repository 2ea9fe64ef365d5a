package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;
import java.util.List;
import java.util.Optional;

/** One state of all trials, whose members of one number stand side by side. */
final class LaneSearches extends Searches {

  private final PopulationOptimizer optimizer;
  private final TrialLanes lanes;
  private final PopulationState state;
  private final Candidates all;

  private LaneSearches(
      TrialSetup first, List<SearchSpace> spaces, TrialLanes lanes, PopulationState state) {
    super(first, spaces);
    this.optimizer = (PopulationOptimizer) first.optimizer();
    this.lanes = lanes;
    this.state = state;
    all = new Candidates(layout, candidates, 0, layout.stride());
  }

  /** The trials side by side, if there are several and their optimizer has a form for that. */
  static Optional<Searches> of(
      TrialSetup first,
      List<PopulationOptimizer> optimizers,
      List<SearchSpace> spaces,
      List<RandomStream> random) {
    if (spaces.size() < 2) {
      return Optional.empty();
    }
    TrialLanes lanes = new TrialLanes(optimizers, spaces, random);
    Pulse pulse = Pulse.ofThread();
    pulse.enter(optimizers.get(0));
    Optional<PopulationState> state = optimizers.get(0).start(lanes);
    pulse.leave();
    return state.map(found -> new LaneSearches(first, spaces, lanes, found));
  }

  @Override
  int next(int trial) {
    return size;
  }

  @Override
  void ask() {
    int expected = trials() * size;
    pulse.enter(optimizer);
    int asked = state.ask(all);
    pulse.leave();
    if (asked != expected) {
      throw new IllegalStateException(
          optimizer.id()
              + " proposed "
              + asked
              + " candidates for "
              + trials()
              + " trials side by side, which have "
              + expected);
    }
  }

  @Override
  int members(int trial) {
    return size;
  }

  @Override
  int lane(int trial, int member) {
    return member * trials() + trial;
  }

  @Override
  void least(double[] losses, double[] least) {
    int trials = trials();
    System.arraycopy(losses, 0, least, 0, trials);
    for (int row = trials; row < trials * size; row += trials) {
      for (int t = 0; t < trials; t++) {
        least[t] = Math.min(least[t], losses[row + t]);
      }
    }
  }

  @Override
  void tell(double[] losses) {
    pulse.enter(optimizer);
    state.tell(losses, 0);
    pulse.leave();
  }

  @Override
  void removeState(int trial) {
    lanes.remove(trial);
  }
}
