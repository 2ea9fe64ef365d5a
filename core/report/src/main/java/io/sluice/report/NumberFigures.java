package io.sluice.report;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.RatioInterval;
import io.sluice.report.figure.Curves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes the figures of what a number changes whose values are the levels of a factor: the width of
 * a network, the dimensions of a problem, the range of the initial weights. Where two curves cross
 * and their bands part, one overtakes the other.
 */
final class NumberFigures {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(e-?\\d+)?");
  private static final int FEWEST = 3;
  private static final int MOST_PARTS = 4;

  private final StudyRows rows;
  private final String goal;
  private final List<String> activations;

  /**
   * Those of a study.
   *
   * @param goal what trials are to reach
   * @param activations which may have a figure of their own, the best first
   */
  NumberFigures(StudyRows rows, String goal, List<String> activations) {
    this.rows = rows;
    this.goal = goal;
    this.activations = activations;
  }

  /**
   * A factor with a number in the place in which its levels differ.
   *
   * @param pattern a label with n in that place
   * @param values the number of each label
   */
  record Numbers(String pattern, Map<String, Double> values) {

    /** Those of these labels; empty if they are few, or differ in more than a number. */
    static Optional<Numbers> of(List<String> labels) {
      List<List<Double>> found = labels.stream().map(NumberFigures::numbersIn).toList();
      List<String> texts =
          labels.stream()
              .map(label -> NUMBER.split(label, -1))
              .map(Arrays::toString)
              .distinct()
              .toList();
      if (labels.size() < FEWEST || texts.size() > 1) {
        return Optional.empty();
      }
      int[] places =
          IntStream.range(0, found.get(0).size())
              .filter(i -> found.stream().map(all -> all.get(i)).distinct().count() > 1)
              .toArray();
      if (places.length != 1) {
        return Optional.empty();
      }
      Map<String, Double> values = new LinkedHashMap<>();
      for (int i = 0; i < labels.size(); i++) {
        values.put(labels.get(i), found.get(i).get(places[0]));
      }
      AtomicInteger place = new AtomicInteger();
      String pattern =
          NUMBER
              .matcher(labels.get(0))
              .replaceAll(number -> place.getAndIncrement() == places[0] ? "n" : number.group());
      return Optional.of(new Numbers(pattern, values));
    }
  }

  /** One for each such factor and each of the first activations; none without a target. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    String compared = rows.levels("optimizer").size() > 1 ? "optimizer" : "activation";
    boolean parted = compared.equals("optimizer") && rows.levels("activation").size() > 1;
    List<String> parts =
        parted ? activations.subList(0, Math.min(MOST_PARTS, activations.size())) : List.of("");
    for (String factor : List.of("problem", "network", "initial-weights")) {
      Optional<Numbers> numbers = Numbers.of(rows.levels(factor));
      for (int i = 0; i < parts.size() && numbers.isPresent() && rows.headlineTarget() >= 0; i++) {
        figures.add(figure(factor, numbers.get(), compared, parts.get(i), i));
      }
    }
    return figures;
  }

  private static List<Double> numbersIn(String label) {
    return NUMBER.matcher(label).results().map(MatchResult::group).map(Double::valueOf).toList();
  }

  private Figure figure(
      String factor, Numbers numbers, String compared, String activation, int part) {
    List<Curves.Line> lines = new ArrayList<>();
    for (String level : rows.levels(compared)) {
      Map<Double, List<CellSamples>> groups = new TreeMap<>();
      for (CellSamples cell : rows.cells()) {
        if (cell.cell().factor(compared).equals(level)
            && (activation.isEmpty() || cell.cell().factor("activation").equals(activation))) {
          groups
              .computeIfAbsent(
                  numbers.values().get(cell.cell().factor(factor)), x -> new ArrayList<>())
              .add(cell);
        }
      }
      List<Curves.Point> points = new ArrayList<>();
      groups.forEach((x, cells) -> points.add(new Curves.Point(x, meanCost(cells))));
      lines.add(new Curves.Line(level, points));
    }
    lines.sort(
        Comparator.comparingDouble(
            line -> line.points().stream().mapToDouble(point -> point.y().value()).sum()));
    String of = activation.isEmpty() ? "" : " with " + activation;
    String over = "n, " + factor.replace('-', ' ') + " " + numbers.pattern();
    return Curves.overNumber(
            "cost-over-" + factor + (activation.isEmpty() ? "" : "-" + (part + 1)),
            "Mean cost to " + goal + " over " + over + of + "; a miss counts with the budget",
            over,
            "cost in forward-equivalents",
            lines)
        .figure();
  }

  /** The geometric mean, with Student's interval of the means of the repeats. */
  private Estimate meanCost(List<CellSamples> cells) {
    int target = rows.headlineTarget();
    int repeats = cells.stream().mapToInt(CellSamples::repeats).max().orElse(0);
    List<Double> means = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      int one = repeat;
      cells.stream()
          .filter(cell -> cell.has(one))
          .mapToDouble(cell -> rows.logCost(cell, target, one))
          .average()
          .ifPresent(means::add);
    }
    Estimate mean =
        RatioInterval.of(means.stream().mapToDouble(value -> value).toArray(), RatioInterval.LEVEL);
    return new Estimate(
        Math.pow(10, mean.value()), Math.pow(10, mean.lower()), Math.pow(10, mean.upper()));
  }
}
