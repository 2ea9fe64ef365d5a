package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

  /**
   * Those of some labels that a word means: the one that it is, else those of the component that it
   * names.
   */
  public static Set<String> meant(Collection<String> labels, String word) {
    return labels.contains(word)
        ? Set.of(word)
        : labels.stream()
            .filter(label -> label.startsWith(word + "(") || label.startsWith(word + " "))
            .collect(Collectors.toSet());
  }

  /** Which cells belong to it, of all that there are. */
  public Predicate<Cell> among(Collection<Cell> cells) {
    Map<String, Set<String>> meant = new LinkedHashMap<>();
    labels.forEach(
        (factor, words) -> {
          Set<String> there = cells.stream().map(c -> c.factor(factor)).collect(Collectors.toSet());
          Set<String> all = new HashSet<>();
          words.forEach(word -> all.addAll(meant(there, word)));
          meant.put(factor, all);
        });
    return cell ->
        meant.entrySet().stream()
            .allMatch(entry -> entry.getValue().contains(cell.factor(entry.getKey())));
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
    List<CellSamples> all = evidence.of(study).cells();
    Predicate<Cell> belongs = among(all.stream().map(CellSamples::cell).toList());
    List<CellSamples> cells = all.stream().filter(cell -> belongs.test(cell.cell())).toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no trial has " + words());
    }
    return cells;
  }

  /** The mean of a measure over its cells, by repeat; NaN for a repeat that is not in all. */
  double[] means(Evidence evidence, Measure measure) {
    return means(evidence.of(study), cells(evidence), measure);
  }

  /** The mean of a measure over some cells, by repeat; NaN for a repeat that is not in all. */
  static double[] means(StudyRows rows, List<CellSamples> cells, Measure measure) {
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
