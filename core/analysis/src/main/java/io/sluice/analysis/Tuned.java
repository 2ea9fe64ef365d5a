package io.sluice.analysis;

import io.sluice.spi.Cell;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An optimizer whose hyper-parameters were chosen for one problem, network and activation, beside
 * the same as it was declared. All that else varies is pooled.
 *
 * @param problem the label of the problem
 * @param network the label of the network
 * @param activation the label of the activation
 * @param optimizer the label of the optimizer without the values that were tuned
 * @param chosen what was chosen for each hyper-parameter, by its name
 * @param atEdge the names of those whose value is the smallest or largest that was tried, so that a
 *     better one may lie beyond
 * @param tried how many trials chose it
 * @param spent what these cost together, in forward-equivalents; NaN if the store has them no more
 * @param counts whether the study says that this cost counts
 * @param tuned what the trials with the chosen values came to, at the headline target
 * @param declared what those with each declared value came to, by label
 */
public record Tuned(
    String problem,
    String network,
    String activation,
    String optimizer,
    Map<String, Double> chosen,
    List<String> atEdge,
    long tried,
    double spent,
    boolean counts,
    TrialSummary tuned,
    Map<String, TrialSummary> declared) {

  private static final String PREFIX = "optimizer.";

  public Tuned {
    chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
    atEdge = List.copyOf(atEdge);
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
  }

  /**
   * What the median trial has cost when it reaches the target, that of tuning included if it
   * counts: on the same axis as what others cost that were not tuned. ∞ if the median trial does
   * not reach it.
   */
  public double costWithTuning() {
    return tuned.costToTarget().value() + (counts ? spent : 0);
  }

  /**
   * The rows of the studies that chose for this one, in order, as far as the store has them. A
   * study without tuning has none.
   */
  public static List<StudyRows> rows(ResultStore store, StudyHeader header) {
    List<StudyRows> rows = new ArrayList<>();
    if (header.tunedBy().isEmpty()) {
      return rows;
    }
    List<StudyHeader> kept = store.studies();
    for (String id : header.tunedBy()) {
      for (StudyHeader study : kept) {
        if (study.id().equals(id)) {
          try (Stream<TrialEvent.Finished> trials = store.trials(id)) {
            rows.add(StudyRows.collect(study, trials));
          }
        }
      }
    }
    return rows;
  }

  /** One for each problem, network, activation and tuned optimizer, in the order of the plan. */
  public static List<Tuned> of(StudyRows rows) {
    List<StudyRows> tuning = rows.tuning();
    Map<List<String>, List<CellSamples>> groups = new LinkedHashMap<>();
    for (CellSamples samples : rows.cells()) {
      if (samples.cell().isTuned()) {
        groups
            .computeIfAbsent(context(samples.cell(), List.of()), key -> new ArrayList<>())
            .add(samples);
      }
    }
    boolean complete = tuning.size() == rows.header().tunedBy().size() && !tuning.isEmpty();
    List<Tuned> all = new ArrayList<>();
    groups.forEach((context, cells) -> all.add(of(rows, tuning, complete, context, cells)));
    return List.copyOf(all);
  }

  private static Tuned of(
      StudyRows rows,
      List<StudyRows> tuning,
      boolean complete,
      List<String> context,
      List<CellSamples> cells) {
    int target = rows.headlineTarget();
    Cell first = cells.get(0).cell();
    List<String> names = rows.header().tunedValues();
    Map<String, Double> chosen = new TreeMap<>();
    List<String> atEdge = new ArrayList<>();
    for (String name : names) {
      Double value = first.hyperparameters().get(PREFIX + name);
      if (value != null) {
        chosen.put(name, value);
        TreeSet<Double> values = tried(name, context, names, tuning);
        if (values.size() > 1 && (value.equals(values.first()) || value.equals(values.last()))) {
          atEdge.add(name);
        }
      }
    }
    long tried = 0;
    double spent = 0;
    for (StudyRows rung : tuning) {
      for (CellSamples samples : rung.cells()) {
        if (context(samples.cell(), names).equals(context)) {
          tried += samples.trials();
          for (int repeat = 0; repeat < samples.repeats(); repeat++) {
            spent += samples.has(repeat) ? samples.cost(repeat) : 0;
          }
        }
      }
    }
    Map<String, List<CellSamples>> declared = new LinkedHashMap<>();
    for (CellSamples samples : rows.cells()) {
      if (!samples.cell().isTuned() && context(samples.cell(), names).equals(context)) {
        declared
            .computeIfAbsent(samples.cell().factor("optimizer"), label -> new ArrayList<>())
            .add(samples);
      }
    }
    Map<String, TrialSummary> summaries = new LinkedHashMap<>();
    declared.forEach((label, group) -> summaries.put(label, TrialSummary.of(rows, group, target)));
    return new Tuned(
        context.get(0),
        context.get(1),
        context.get(2),
        context.get(3),
        chosen,
        atEdge,
        tried,
        complete ? spent : Double.NaN,
        "counts".equals(rows.header().provenance().get(StudyHeader.TUNING_COST)),
        TrialSummary.of(rows, cells, target),
        summaries);
  }

  /** The values of a hyper-parameter that the trials of a context have. */
  private static TreeSet<Double> tried(
      String name, List<String> context, List<String> names, List<StudyRows> tuning) {
    TreeSet<Double> values = new TreeSet<>();
    for (StudyRows rung : tuning) {
      for (CellSamples samples : rung.cells()) {
        if (context(samples.cell(), names).equals(context)) {
          values.add(samples.cell().hyperparameters().get(PREFIX + name));
        }
      }
    }
    return values;
  }

  private static List<String> context(Cell cell, List<String> tuned) {
    String optimizer = Cell.labelWithout(cell.factor("optimizer"), Cell.TUNED);
    for (String name : tuned) {
      optimizer = Cell.labelWithout(optimizer, name);
    }
    return List.of(
        cell.factor("problem"), cell.factor("network"), cell.factor("activation"), optimizer);
  }
}
