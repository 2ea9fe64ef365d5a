package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trials side by side, each beside the same trial alone; one of them is over before the others. */
final class LanePromises {

  private static final int FIRST = 2;
  private static final int ONE_IS_OVER = 6;
  private static final int SIZE_LIMIT = 1000;

  private final List<PopulationTrial> alone = new ArrayList<>();
  private final int size;
  private final TrialLanes lanes;

  private LanePromises(PopulationOptimizer optimizer, int size) {
    this.size = size;
    PopulationOptimizer varied = varied(optimizer, size);
    List<PopulationOptimizer> optimizers = List.of(optimizer, varied, optimizer, varied);
    List<SearchSpace> spaces = new ArrayList<>();
    List<RandomStream> random = new ArrayList<>();
    for (int lane = 0; lane < optimizers.size(); lane++) {
      SearchSpace box = new PopulationTrial.Box(lane == 1 ? 0 : -lane);
      spaces.add(box);
      random.add(new RandomStream(lane));
      alone.add(new PopulationTrial(optimizers.get(lane), box, lane, 0));
    }
    lanes = new TrialLanes(optimizers, spaces, random);
  }

  static void sideBySide(PopulationOptimizer optimizer, Findings findings) {
    int size = optimizer.populationSize(PopulationTrial.PARAMETERS);
    if (size < 1 || size > SIZE_LIMIT) {
      return; // Said elsewhere, or too many to be run side by side.
    }
    new LanePromises(optimizer, size).compare(optimizer, findings);
  }

  /** A copy of which each hyper-parameter has another value, but for those of the size. */
  private static PopulationOptimizer varied(PopulationOptimizer optimizer, int size) {
    Map<String, Double> settings = ComponentChecks.settings(optimizer);
    for (Hyperparameter each : optimizer.hyperparameters()) {
      double before = settings.put(each.name(), ComponentChecks.otherValue(each));
      if (optimizer.with(settings).populationSize(PopulationTrial.PARAMETERS) != size) {
        settings.put(each.name(), before);
      }
    }
    return optimizer.with(settings);
  }

  private void compare(PopulationOptimizer optimizer, Findings findings) {
    Optional<PopulationState> form = optimizer.start(lanes);
    if (form.isEmpty()) {
      return;
    }
    PopulationState state = form.get();
    for (int generation = 1; generation <= PopulationTrial.GENERATIONS; generation++) {
      if (generation == ONE_IS_OVER) {
        lanes.remove(0);
        alone.set(0, alone.get(alone.size() - 1));
        alone.remove(alone.size() - 1);
      }
      int all = size * lanes.lanes();
      BlockLayout layout = new BlockLayout(PopulationTrial.PARAMETERS, all + FIRST + 1, 1);
      double[] block = layout.newBlock();
      int asked = state.ask(new Candidates(layout, block, FIRST, all));
      if (asked != all) {
        findings.fault(
            "side by side, ask(...) must write %d candidates of each of %d trials, but says %d",
            size, lanes.lanes(), asked);
        return;
      }
      double[] losses = losses(generation, layout, block, findings);
      if (findings.hasFault()) {
        return;
      }
      state.tell(losses, FIRST);
    }
  }

  /** The losses of a generation, of which each candidate is compared. */
  private double[] losses(int generation, BlockLayout layout, double[] block, Findings findings) {
    double[] losses = new double[layout.stride()];
    for (int lane = 0; lane < lanes.lanes(); lane++) {
      double[] expected = new double[PopulationTrial.PARAMETERS * size];
      alone.get(lane).advance(expected, findings);
      if (!findings.hasFault() && alone.get(lane).asked() != size) {
        findings.fault(
            "a trial alone proposes %d candidates, but side by side it has %d in every generation",
            alone.get(lane).asked(), size);
      }
      for (int member = 0; member < size && !findings.hasFault(); member++) {
        int at = FIRST + member * lanes.lanes() + lane;
        for (int p = 0; p < PopulationTrial.PARAMETERS; p++) {
          double actual = block[layout.row(p) + at];
          if (!ComponentChecks.sameBits(expected[p * size + member], actual)) {
            findings.fault(
                "side by side, generation %d has the candidate value %s in lane %d, alone %s",
                generation, actual, lane, expected[p * size + member]);
            return losses;
          }
          losses[at] += PopulationTrial.loss(actual);
        }
      }
    }
    return losses;
  }
}
