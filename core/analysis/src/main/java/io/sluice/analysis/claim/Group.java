package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Some cells of a study, by the labels that they have. A component without its values is enough:
 * {@code adam} stands for {@code adam(learning-rate=0.1)} too.
 *
 * @param study the name that the claim gives the study; empty for its first
 * @param labels by factor those that count; a factor that is left out may have any
 */
public record Group(String study, Map<String, List<String>> labels) {

  public Group {
    labels = copy(labels);
    labels.forEach(
        (factor, words) -> {
          if (words.isEmpty()) {
            throw new IllegalArgumentException(factor + " must name at least one label");
          }
        });
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> labels) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    labels.forEach((factor, words) -> copy.put(factor, List.copyOf(words)));
    return Collections.unmodifiableMap(copy);
  }

  /** Whether a label is meant by a word. */
  public static boolean isMeant(String label, String word) {
    return label.equals(word) || label.startsWith(word + "(") || label.startsWith(word + " ");
  }

  /** Whether a cell belongs to it. */
  public boolean has(Cell cell) {
    return labels.entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue().stream()
                    .anyMatch(word -> isMeant(cell.factor(entry.getKey()), word)));
  }

  /** Those of its cells that have these labels too; of a factor that it names itself its own. */
  Group where(Map<String, List<String>> more) {
    Map<String, List<String>> both = new LinkedHashMap<>(labels);
    more.forEach(both::putIfAbsent);
    return new Group(study, both);
  }

  /**
   * Its cells, in the order of the plan.
   *
   * @throws IllegalArgumentException if there are none
   */
  List<CellSamples> cells(Evidence evidence) {
    List<CellSamples> cells =
        evidence.of(study).cells().stream().filter(cell -> has(cell.cell())).toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no trial has " + words());
    }
    return cells;
  }

  /** The mean of a measure over its cells, by repeat; NaN for a repeat that is not in all. */
  double[] means(Evidence evidence, Measure measure) {
    StudyRows rows = evidence.of(study);
    List<CellSamples> cells = cells(evidence);
    double[] means = new double[cells.stream().mapToInt(CellSamples::repeats).max().orElseThrow()];
    for (int repeat = 0; repeat < means.length; repeat++) {
      double sum = 0;
      for (CellSamples cell : cells) {
        sum += cell.has(repeat) ? measure.scaled(rows, cell, repeat) : Double.NaN;
      }
      means[repeat] = sum / cells.size();
    }
    return means;
  }

  /** Every trial of its cells, cell by cell, as it is measured, without any scale. */
  List<Double> trials(Evidence evidence, Measure measure) {
    StudyRows rows = evidence.of(study);
    List<Double> trials = new ArrayList<>();
    for (CellSamples cell : cells(evidence)) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          trials.add(measure.of(rows, cell, repeat));
        }
      }
    }
    return trials;
  }

  /** Its labels: {@code relu or tanh, xor}; {@code all trials} for none. */
  public String words() {
    return wordsBeside(Map.of());
  }

  /** Its labels but for those that these are as well. */
  String wordsBeside(Map<String, List<String>> others) {
    String words =
        labels.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
            .map(entry -> String.join(" or ", entry.getValue()))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? study.isEmpty() ? "all trials" : study : words;
  }
}
