package io.sluice.analysis;

import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How much hangs on one hyper-parameter: what the trials came to at each of its values, all else
 * that makes a contender being equal. Factors that are not named here are pooled.
 *
 * <p>The best value has the lowest median cost to the target, trials that missed it counting as ∞;
 * where no median is finite, the largest share of success, then the lowest median of the best
 * losses. A value is good if its success is not clearly lower, by the intervals of the shares, and
 * its median cost at most {@value #GOOD} times the best one; where the best median is ∞, if it is
 * not clearly worse. The good interval is the run of good values around the best one.
 *
 * @param problem the label of the problem
 * @param network the label of the network
 * @param activation the activation; without the values of its hyper-parameters if it is one of them
 * @param optimizer the optimizer; likewise
 * @param hyperparameter with its component, such as {@code optimizer.learning-rate}
 * @param target the loss to be reached, NaN in a study without targets
 * @param points at least {@value #FEWEST}, by rising value
 * @param best the place of the best value
 * @param goodFrom the place of the first value of the good interval
 * @param goodTo the place of its last value
 */
public record Sensitivity(
    String problem,
    String network,
    String activation,
    String optimizer,
    String hyperparameter,
    double target,
    List<Point> points,
    int best,
    int goodFrom,
    int goodTo) {

  /** By how much the median cost of a good value may exceed that of the best one. */
  public static final int GOOD = 2;

  /** With fewer values nothing is said. */
  public static final int FEWEST = 3;

  /** The better first, as {@link Sensitivity} says; where all is equal neither is better. */
  static final Comparator<TrialSummary> BETTER_FIRST =
      Comparator.comparing(TrialSummary::isLost)
          .thenComparingDouble(summary -> summary.target() < 0 ? 0 : summary.costToTarget().value())
          .thenComparingDouble(summary -> summary.target() < 0 ? 0 : -summary.success().value())
          .thenComparingDouble(summary -> summary.bestLoss().value());

  /** The factors that make a context, with the component's own hyper-parameters apart. */
  private static final List<String> CONTEXT =
      List.of("problem", "network", "activation", "optimizer");

  /**
   * One value.
   *
   * @param value the number
   * @param summary what its trials came to, at the study's headline target
   */
  public record Point(double value, TrialSummary summary) {
    public Point {
      Objects.requireNonNull(summary, "summary");
    }
  }

  public Sensitivity {
    points = List.copyOf(points);
    if (points.size() < FEWEST) {
      throw new IllegalArgumentException("a sensitivity needs " + FEWEST + " values at least");
    }
    if (goodFrom < 0 || goodFrom > best || best > goodTo || goodTo >= points.size()) {
      throw new IllegalArgumentException(
          "the best value "
              + best
              + " does not lie within the good ones "
              + goodFrom
              + " to "
              + goodTo);
    }
  }

  /** The best value. */
  public double bestValue() {
    return points.get(best).value();
  }

  /** Whether the best value is the first or the last that was tried: a better may lie beyond. */
  public boolean bestAtEdge() {
    return best == 0 || best == points.size() - 1;
  }

  /** Whether the good interval ends where the values do, so that it may be wider. */
  public boolean isOpen() {
    return goodFrom == 0 || goodTo == points.size() - 1;
  }

  /**
   * The width of the good interval in decades, from its first value to its last: 0 if the best one
   * alone is good. It is known as finely as the values lie. NaN if a value of it is not above 0.
   */
  public double decades() {
    double low = points.get(goodFrom).value();
    double high = points.get(goodTo).value();
    return low > 0 ? Math.log10(high) - Math.log10(low) : low == high ? 0 : Double.NaN;
  }

  /** The name of the hyper-parameter without its component. */
  public String name() {
    return hyperparameter.substring(hyperparameter.indexOf('.') + 1);
  }

  /**
   * One for each hyper-parameter of an activation or optimizer with at least {@value #FEWEST}
   * values, and each problem, network, activation and optimizer; in the order of the plan. Cells
   * with a tuned optimizer do not count: their values differ because they were chosen.
   */
  public static List<Sensitivity> of(StudyRows rows) {
    Map<Context, TreeMap<Double, List<CellSamples>>> groups = new LinkedHashMap<>();
    for (CellSamples samples : rows.cells()) {
      Cell cell = samples.cell();
      if (cell.isTuned()) {
        continue;
      }
      cell.hyperparameters()
          .forEach(
              (name, value) -> {
                if (name.startsWith("activation.") || name.startsWith("optimizer.")) {
                  groups
                      .computeIfAbsent(Context.of(cell, name), key -> new TreeMap<>())
                      .computeIfAbsent(value, key -> new ArrayList<>())
                      .add(samples);
                }
              });
    }
    List<Sensitivity> all = new ArrayList<>();
    groups.forEach(
        (context, values) -> {
          if (values.size() >= FEWEST) {
            all.add(of(rows, context, values));
          }
        });
    return List.copyOf(all);
  }

  private static Sensitivity of(
      StudyRows rows, Context context, TreeMap<Double, List<CellSamples>> values) {
    List<Double> targets = rows.header().targets();
    int target = rows.headlineTarget();
    List<Point> points = new ArrayList<>();
    values.forEach(
        (value, cells) -> points.add(new Point(value, TrialSummary.of(rows, cells, target))));
    int best = 0;
    for (int i = 1; i < points.size(); i++) {
      if (BETTER_FIRST.compare(points.get(i).summary(), points.get(best).summary()) < 0) {
        best = i;
      }
    }
    TrialSummary top = points.get(best).summary();
    int from = best;
    while (from > 0 && isGood(points.get(from - 1).summary(), top)) {
      from--;
    }
    int to = best;
    while (to < points.size() - 1 && isGood(points.get(to + 1).summary(), top)) {
      to++;
    }
    Map<String, String> labels = context.labels();
    return new Sensitivity(
        labels.get("problem"),
        labels.get("network"),
        labels.get("activation"),
        labels.get("optimizer"),
        context.hyperparameter(),
        target < 0 ? Double.NaN : targets.get(target),
        points,
        best,
        from,
        to);
  }

  private static boolean isGood(TrialSummary summary, TrialSummary best) {
    if (summary.isLost() != best.isLost()) {
      return false;
    }
    if (isBelow(summary.success().estimate(), best.success().estimate())) {
      return false;
    }
    double least = best.costToTarget().value();
    return Double.isFinite(least)
        ? summary.costToTarget().value() <= GOOD * least
        : !isBelow(best.bestLoss(), summary.bestLoss());
  }

  /** Whether the one is clearly below the other; nothing is without an interval. */
  private static boolean isBelow(Estimate one, Estimate other) {
    return one.upper() < other.lower();
  }

  /**
   * What the values of a hyper-parameter are compared in.
   *
   * @param labels the factors, the component without the values of its hyper-parameters
   * @param hyperparameter that of the comparison
   * @param others the component's other hyper-parameters
   */
  private record Context(
      Map<String, String> labels, String hyperparameter, Map<String, Double> others) {

    static Context of(Cell cell, String hyperparameter) {
      int dot = hyperparameter.indexOf('.') + 1;
      String component = hyperparameter.substring(0, dot - 1);
      Map<String, String> labels = new LinkedHashMap<>();
      CONTEXT.forEach(factor -> labels.put(factor, cell.factor(factor)));
      labels.computeIfPresent(
          component, (factor, label) -> Cell.labelWithout(label, hyperparameter.substring(dot)));
      Map<String, Double> others = new TreeMap<>();
      cell.hyperparameters()
          .forEach(
              (name, value) -> {
                if (name.startsWith(component + ".") && !name.equals(hyperparameter)) {
                  others.put(name, value);
                }
              });
      return new Context(labels, hyperparameter, others);
    }
  }
}
