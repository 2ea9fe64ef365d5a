package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the cells of a heat map of activations and optimizers are: each is all trials of a pair,
 * whatever else they differ in. Counts go up trial by trial; nothing is ever read twice.
 */
final class CellCounts {

  private final StudyHeader header;
  private final Map<Pair, Count> counts = new LinkedHashMap<>();
  private final BitSet seen = new BitSet();

  CellCounts(StudyHeader header) {
    this.header = header;
  }

  private record Pair(String activation, String optimizer) {
    static Pair of(Cell cell) {
      return new Pair(cell.factor("activation"), cell.factor("optimizer"));
    }
  }

  /** What is known of one pair. */
  private static final class Count {
    private long trials;
    private long finished;
    private long completed;
    private long diverged;
    private long failed;
    private final long[] hits;

    Count(int targets) {
      hits = new long[targets];
    }
  }

  /** The trials that the plan has. */
  synchronized void plan(StudyPlan plan) {
    for (TrialSetup setup : plan.cells()) {
      count(setup.cell()).trials += plan.spec().repeats();
    }
  }

  private Count count(Cell cell) {
    return counts.computeIfAbsent(Pair.of(cell), pair -> new Count(header.targets().size()));
  }

  /** Takes note of a trial; of one that was seen before, nothing. */
  synchronized void add(TrialEvent.Finished finished) {
    Outcome outcome = finished.result().outcome();
    int index = (int) finished.trial().index();
    if (outcome == Outcome.CANCELLED || seen.get(index)) {
      return;
    }
    seen.set(index);
    Count count = count(finished.trial().cell());
    count.finished++;
    count.completed += outcome == Outcome.COMPLETED ? 1 : 0;
    count.diverged += outcome == Outcome.DIVERGED ? 1 : 0;
    count.failed += outcome == Outcome.FAILED ? 1 : 0;
    List<Double> costs = finished.result().hitCosts();
    for (int i = 0; i < Math.min(count.hits.length, costs.size()); i++) {
      count.hits[i] += Double.isNaN(costs.get(i)) ? 0 : 1;
    }
  }

  /**
   * The counts as JSON.
   *
   * @param target the index of the target that is a success; below 0 a trial that was completed is
   */
  synchronized ObjectNode json(int target) {
    Set<String> activations = new LinkedHashSet<>();
    Set<String> optimizers = new LinkedHashSet<>();
    ArrayNode cells = Json.array();
    counts.forEach(
        (pair, count) -> {
          activations.add(pair.activation());
          optimizers.add(pair.optimizer());
          ObjectNode cell = cells.addObject();
          cell.put("activation", pair.activation());
          cell.put("optimizer", pair.optimizer());
          cell.put("trials", Math.max(count.trials, count.finished));
          cell.put("finished", count.finished);
          cell.put("successes", target < 0 ? count.completed : count.hits[target]);
          cell.put("diverged", count.diverged);
          cell.put("failed", count.failed);
        });
    ObjectNode json = Json.object();
    json.put("study", header.id());
    json.set("activations", Json.texts(activations));
    json.set("optimizers", Json.texts(optimizers));
    json.set("targets", Json.numbers(header.targets()));
    if (target < 0) {
      json.putNull("target");
    } else {
      json.put("target", header.targets().get(target));
    }
    json.set("cells", cells);
    return json;
  }

  /** The targets of which there are counts. */
  List<Double> targets() {
    return new ArrayList<>(header.targets());
  }
}
