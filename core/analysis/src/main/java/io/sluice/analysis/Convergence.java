package io.sluice.analysis;

import io.sluice.spi.Cell;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the loss falls while trials spend: of all trials of a level on a problem the median and the
 * quartiles of the last loss measured up to each of {@value #POINTS} costs.
 *
 * <p>Losses are counted in classes of a fortieth of a power of ten, so quantiles are right to 3 %,
 * and the memory does not grow with the trials. The order of the trials changes nothing. Below 0
 * and not finite are classes of their own at the ends.
 */
public final class Convergence {

  private static final int POINTS = 24;
  private static final double CLASSES = 40;
  private static final int LEAST = -400 * (int) CLASSES;
  private static final int WORST = 400 * (int) CLASSES;
  private static final String METRIC = "loss";
  private static final List<String> FACTORS = List.of("optimizer", "activation");

  /**
   * The curve of a level on a problem.
   *
   * @param problem the label of the problem
   * @param factor the factor
   * @param level its level
   * @param costs ascending
   * @param losses the median at each with the quartiles as its interval; NaN before the first
   *     measurement
   */
  public record Curve(
      String problem, String factor, String level, List<Double> costs, List<Estimate> losses) {
    public Curve {
      costs = List.copyOf(costs);
      losses = List.copyOf(losses);
    }
  }

  private final double[] costs = new double[POINTS];
  private final Map<List<String>, TreeMap<Integer, int[]>> counts = new LinkedHashMap<>();
  private Trial trial;
  private List<TreeMap<Integer, int[]>> curves = List.of();
  private int next;
  private double last = Double.NaN;
  private boolean seen;

  Convergence(StudyHeader header) {
    double budget = Double.isFinite(header.budget()) ? Math.max(1, header.budget()) : 1e6;
    for (int i = 0; i < POINTS; i++) {
      costs[i] = Math.pow(budget, i / (POINTS - 1.0));
    }
  }

  /** Takes a measurement; those of one trial come one after the other. */
  void add(TrialEvent.Measured measured) {
    if (!measured.metric().equals(METRIC)) {
      return;
    }
    if (trial == null || trial.index() != measured.trial().index()) {
      finish();
      trial = measured.trial();
      curves = FACTORS.stream().map(this::classes).toList();
    }
    while (next < POINTS && costs[next] < measured.cost()) {
      count();
    }
    last = measured.value();
    seen = true;
  }

  /** The loss of the last trial holds to the end of the budget. */
  private void finish() {
    while (trial != null && next < POINTS) {
      count();
    }
    next = 0;
    seen = false;
    trial = null;
  }

  private void count() {
    int point = next++;
    if (!seen) {
      return;
    }
    int place = place(last);
    for (TreeMap<Integer, int[]> curve : curves) {
      curve.computeIfAbsent(place, one -> new int[POINTS])[point]++;
    }
  }

  /** What is counted of the trial's level of a factor on its problem. */
  private TreeMap<Integer, int[]> classes(String factor) {
    Cell cell = trial.cell();
    return counts.computeIfAbsent(
        List.of(cell.factor("problem"), factor, cell.factor(factor)), key -> new TreeMap<>());
  }

  private static int place(double loss) {
    if (!Double.isFinite(loss)) {
      return WORST;
    }
    return loss <= 0 ? LEAST : (int) Math.round(Math.log10(loss) * CLASSES);
  }

  private static double loss(int place) {
    return place == WORST
        ? Double.POSITIVE_INFINITY
        : place == LEAST ? 0 : Math.pow(10, place / CLASSES);
  }

  /** The curves so far, by problem, factor and level in the order of the alphabet. */
  List<Curve> curves() {
    finish();
    List<Curve> curves = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                (a, b) -> Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new))))
        .forEach(
            entry ->
                curves.add(
                    new Curve(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        Arrays.stream(costs).boxed().toList(),
                        losses(entry.getValue()))));
    return List.copyOf(curves);
  }

  private static List<Estimate> losses(TreeMap<Integer, int[]> classes) {
    List<Estimate> losses = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      double[] quartiles = new double[3];
      for (int q = 0; q < 3; q++) {
        quartiles[q] = quantile(classes, point, (q + 1) / 4.0);
      }
      losses.add(new Estimate(quartiles[1], quartiles[0], quartiles[2]));
    }
    return losses;
  }

  private static double quantile(TreeMap<Integer, int[]> classes, int point, double share) {
    long all = 0;
    for (int[] count : classes.values()) {
      all += count[point];
    }
    long below = 0;
    for (Map.Entry<Integer, int[]> one : classes.entrySet()) {
      below += one.getValue()[point];
      if (all > 0 && below >= share * all) {
        return loss(one.getKey());
      }
    }
    return Double.NaN;
  }
}
