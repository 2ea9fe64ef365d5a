package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.math.LaneRows;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/** A state for each trial. */
final class TrialSearches extends Searches {

  private static final class Search {
    final PopulationOptimizer optimizer;
    final PopulationState state;
    int allowed;
    int members;

    Search(PopulationOptimizer optimizer, PopulationState state) {
      this.optimizer = optimizer;
      this.state = state;
    }
  }

  private final List<Search> searches = new ArrayList<>();
  private final Candidates[] slices;

  TrialSearches(
      TrialSetup first,
      List<PopulationOptimizer> optimizers,
      List<SearchSpace> spaces,
      List<RandomStream> random) {
    super(first, spaces);
    slices = new Candidates[spaces.size()];
    for (int t = 0; t < slices.length; t++) {
      slices[t] = new Candidates(layout, candidates, t * size, size);
      PopulationOptimizer optimizer = optimizers.get(t);
      pulse.enter(optimizer);
      searches.add(new Search(optimizer, optimizer.start(spaces.get(t), random.get(t))));
      pulse.leave();
    }
  }

  @Override
  int next(int trial) {
    Search search = searches.get(trial);
    pulse.enter(search.optimizer);
    search.allowed = search.state.next(size);
    pulse.leave();
    checkSize(search.optimizer, "announced", search.allowed, size);
    return search.allowed;
  }

  @Override
  void ask() {
    for (int t = 0; t < searches.size(); t++) {
      Search search = searches.get(t);
      pulse.enter(search.optimizer);
      search.members = search.state.ask(slices[t]);
      pulse.leave();
      checkSize(search.optimizer, "proposed", search.members, search.allowed);
    }
  }

  @Override
  int members(int trial) {
    return searches.get(trial).members;
  }

  @Override
  int lane(int trial, int member) {
    return trial * size + member;
  }

  @Override
  void least(double[] losses, double[] least) {
    for (int t = 0; t < searches.size(); t++) {
      least[t] = LaneRows.least(losses, t * size, t * size + searches.get(t).members);
    }
  }

  @Override
  void tell(double[] losses) {
    for (int t = 0; t < searches.size(); t++) {
      Search search = searches.get(t);
      pulse.enter(search.optimizer);
      search.state.tell(losses, t * size);
      pulse.leave();
    }
  }

  @Override
  void removeState(int trial) {
    int last = searches.size() - 1;
    searches.set(trial, searches.get(last));
    searches.remove(last);
  }
}
