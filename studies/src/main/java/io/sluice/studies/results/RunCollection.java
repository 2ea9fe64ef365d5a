package io.sluice.studies.results;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects runs from files of any kind, and makes trials of them. */
final class RunCollection {

  /** The names of the factors that results may have. */
  static final List<String> FACTORS = Factor.names(StudyPlan.FACTORS);

  private static final Map<String, String> PRESETS = Factor.presets(StudyPlan.FACTORS);

  /** What a cell has that no run says. */
  private static final String NOT_SAID = "-";

  /** The most runs. */
  static final int MOST = 5_000_000;

  private final ResultOptions options;
  private final List<Run> runs = new ArrayList<>();
  private final Set<Double> targets = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  RunCollection(ResultOptions options) {
    this.options = options;
  }

  ResultOptions options() {
    return options;
  }

  void add(Run run) {
    if (runs.size() == MOST) {
      throw new ResultFormatException("there are more than " + MOST + " runs");
    }
    runs.add(run);
  }

  /** Losses whose first hits a file times, unless the user names others. */
  void targets(List<Double> ofFile) {
    targets.addAll(ofFile);
  }

  void note(String note) {
    notes.add(note);
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /**
   * Which repetition: the words of the file, and how often they stood there for this cell before.
   */
  private record Repetition(String words, int before) {}

  /** All runs as trials; those of one cell, and of one repetition, belong together. */
  Results results(String name) {
    List<Double> chosen =
        options.targets().isEmpty()
            ? List.copyOf(targets)
            : options.targets().stream()
                .map(target -> options.sign() * target)
                .sorted(Comparator.reverseOrder())
                .toList();
    Map<List<Object>, Cell> cells = new LinkedHashMap<>();
    Map<List<Object>, Integer> seen = new HashMap<>();
    Map<Repetition, Integer> repeats = new LinkedHashMap<>();
    List<Repetition> repetitions = new ArrayList<>();
    for (Run run : runs) {
      List<Object> identity = List.of(run.factors(), run.hyperparameters());
      cells.computeIfAbsent(identity, key -> cell(cells.size(), run));
      int before = seen.merge(List.of(identity, run.repeat()), 1, Integer::sum) - 1;
      repetitions.add(new Repetition(run.repeat(), before));
    }
    number(repetitions, repeats);
    List<TrialEvent.Finished> trials = new ArrayList<>();
    Map<Integer, List<TrialEvent.Finished>> byCell = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      Cell cell = cells.get(List.of(run.factors(), run.hyperparameters()));
      Trial trial =
          new Trial(
              i, String.format(Locale.ROOT, "%016x", i), cell, repeats.get(repetitions.get(i)));
      byCell
          .computeIfAbsent(cell.index(), index -> new ArrayList<>())
          .add(new TrialEvent.Finished(trial, result(run, chosen)));
    }
    byCell.values().forEach(trials::addAll);
    double budget = runs.stream().mapToDouble(run -> run.result().cost()).max().orElse(0);
    return new Results(
        new StudyHeader(
            name, name, "", "{}", trials.size(), budget, chosen, StudyPlan.FACTORS, Map.of()),
        trials,
        List.copyOf(notes));
  }

  /** Whole numbers in their order, other words as they come. */
  private static void number(List<Repetition> repetitions, Map<Repetition, Integer> repeats) {
    List<Repetition> distinct = new ArrayList<>(new LinkedHashSet<>(repetitions));
    if (distinct.stream().allMatch(one -> one.words().matches("[0-9]{1,18}"))) {
      distinct.sort(
          Comparator.comparingInt(Repetition::before)
              .thenComparingLong(one -> Long.parseLong(one.words())));
    }
    distinct.forEach(one -> repeats.put(one, repeats.size()));
  }

  private static Cell cell(int index, Run run) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (String factor : FACTORS) {
      String label = run.factors().get(factor);
      if (label != null || !PRESETS.containsKey(factor)) {
        factors.put(factor, label == null ? NOT_SAID : label);
      }
    }
    return Cell.of(StudyPlan.FACTORS, index, factors, run.hyperparameters());
  }

  private static TrialResult result(Run run, List<Double> targets) {
    TrialResult result = run.result();
    return new TrialResult(
        result.outcome(),
        result.steps(),
        result.cost(),
        result.initialLoss(),
        result.finalLoss(),
        result.bestLoss(),
        result.bestCost(),
        targets.stream().map(run.hits()::cost).toList(),
        result.message());
  }
}
