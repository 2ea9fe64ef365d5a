package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Comparison;
import io.sluice.engine.text.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which two groups of a study's trials somebody wants compared, and by what.
 *
 * @param first labels of the first group, such as {@code activation=tanh,optimizer=adam}; a
 *     component without its values is enough where one level has it
 * @param second those of the second
 * @param target the target that is to be reached, if that is to decide
 * @param metric the metric whose last value is compared, if that is; without both it is the metric
 *     that ranks the study, else the target that decides it
 */
public record ComparisonChoice(
    String first, String second, Optional<Double> target, Optional<String> metric) {

  public ComparisonChoice {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    if (target.isPresent() && metric.isPresent()) {
      throw new IllegalArgumentException("target and metric cannot both decide; give one");
    }
  }

  /**
   * Compares.
   *
   * @throws IllegalArgumentException if the study has no such groups, target or metric
   */
  public Comparison compare(StudyRows rows) {
    Map<String, String> one = group(rows, first);
    Map<String, String> other = group(rows, second);
    if (target.isPresent()) {
      return Comparison.of(rows, target(rows, target.get()), one, other);
    }
    String by = metric.orElse(rows.rankingMetric());
    return by.isEmpty()
        ? Comparison.of(rows, rows.headlineTarget(), one, other)
        : Comparison.of(rows, by, one, other);
  }

  private static int target(StudyRows rows, double loss) {
    List<Double> targets = rows.header().targets();
    if (!targets.contains(loss)) {
      throw new IllegalArgumentException(
          "target "
              + Figures.exact(loss)
              + " is none of the study's targets "
              + targets.stream().map(Figures::exact).collect(Collectors.joining(", ")));
    }
    return targets.indexOf(loss);
  }

  /** The labels that a text such as {@code activation=tanh,optimizer=adam} names. */
  private static Map<String, String> group(StudyRows rows, String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String part : text.split(",(?![^(]*\\))")) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "\"" + part + "\" names no level; write factor=level, such as activation=tanh");
      }
      String factor = part.substring(0, equals).strip();
      if (!rows.factors().contains(factor)) {
        throw new IllegalArgumentException(
            "there is no factor \""
                + factor
                + "\""
                + NearestWord.hint(factor, rows.factors())
                + "; there are "
                + String.join(", ", rows.factors()));
      }
      labels.put(factor, level(rows, factor, part.substring(equals + 1).strip()));
    }
    return labels;
  }

  private static String level(StudyRows rows, String factor, String word) {
    List<String> levels = rows.levels(factor);
    if (levels.contains(word)) {
      return word;
    }
    List<String> found = levels.stream().filter(level -> level.startsWith(word + "(")).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          factor
              + " has "
              + (found.isEmpty() ? "no" : found.size() + " levels")
              + " \""
              + word
              + "\""
              + NearestWord.hint(word, levels)
              + "; it has "
              + String.join(", ", found.isEmpty() ? levels : found));
    }
    return found.get(0);
  }
}
