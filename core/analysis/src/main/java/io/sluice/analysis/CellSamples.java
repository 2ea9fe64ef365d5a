package io.sluice.analysis;

import io.sluice.sketch.CellSketch;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trials of one cell by repeat, as primitive arrays. A repeat that was not run, or cancelled,
 * is absent. Of very many trials these are the first ones, a sample; what all of them came to is
 * then a sketch, and only what has <em>all</em> in its name speaks of it.
 */
public final class CellSamples {

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final byte ABSENT = -1;

  private final Cell cell;
  private byte[] outcomes;
  private double[] bestLosses;
  private double[] finalLosses;
  private double[] costs;
  private final double[][] hitCosts;
  private final List<double[]> metrics = new ArrayList<>();
  private final int[] outcomeCounts = new int[OUTCOMES.length];
  private final int[] hits;
  private final long[] allOutcomes = new long[OUTCOMES.length];
  private final long[] allHits;
  private int repeats;
  private int trials;

  /** What the trials came to whose rows were dropped; null if none was. */
  private CellSketch dropped;

  /** The repeats of those that were completed and of which metrics may come. */
  private final BitSet awaited = new BitSet();

  /** What all trials came to, as a store wrote it; null if it has a row for each. */
  private String summary;

  CellSamples(Cell cell, int targets, int capacity) {
    this.cell = cell;
    outcomes = new byte[0];
    bestLosses = new double[0];
    finalLosses = new double[0];
    costs = new double[0];
    hitCosts = new double[targets][0];
    hits = new int[targets];
    allHits = new long[targets];
    resize(capacity);
  }

  /**
   * Puts a trial in its place; one that is there already is replaced.
   *
   * @return whether none was there
   */
  boolean put(int repeat, TrialResult result) {
    if (repeat >= outcomes.length) {
      resize(Math.max(repeat + 1, outcomes.length + (outcomes.length >> 1)));
    }
    boolean isNew = outcomes[repeat] == ABSENT;
    trials += isNew ? 1 : 0;
    repeats = Math.max(repeats, repeat + 1);
    outcomes[repeat] = (byte) result.outcome().ordinal();
    bestLosses[repeat] = result.bestLoss();
    finalLosses[repeat] = result.finalLoss();
    costs[repeat] = result.cost();
    for (int target = 0; target < hitCosts.length; target++) {
      hitCosts[target][repeat] = result.hitCosts().get(target);
    }
    return isNew;
  }

  /**
   * Takes a trial that gets no row.
   *
   * @param last the last value of each metric; null if they may come later
   */
  void drop(int repeat, TrialResult result, Map<String, Double> last) {
    if (dropped == null) {
      dropped = new CellSketch(hits.length);
    }
    dropped.add(result);
    if (result.outcome() == Outcome.COMPLETED) {
      if (last == null) {
        awaited.set(repeat);
      } else {
        dropped.addMetrics(last);
      }
    }
  }

  /** Takes what was measured of a trial that was dropped before, unless it is taken already. */
  void measureDropped(int repeat, Map<String, Double> last) {
    if (awaited.get(repeat)) {
      awaited.clear(repeat);
      dropped.addMetrics(last);
    }
  }

  /**
   * Drops the rows of all trials from a repeat on.
   *
   * @param names of the metrics by their places
   * @return how many there were
   */
  int dropFrom(int repeat, List<String> names) {
    int before = trials;
    for (int at = repeat; at < repeats; at++) {
      if (outcomes[at] != ABSENT) {
        Map<String, Double> last = last(at, names);
        drop(at, result(at), last.isEmpty() ? null : last);
        trials--;
      }
    }
    if (repeats > repeat) {
      repeats = repeat;
    }
    if (outcomes.length > repeat) {
      resize(repeat);
      metrics.replaceAll(values -> Arrays.copyOf(values, Math.min(values.length, repeat)));
    }
    return before - trials;
  }

  /** As much of a trial's result as is known here. */
  private TrialResult result(int repeat) {
    List<Double> costsOfHits = new ArrayList<>();
    for (double[] target : hitCosts) {
      costsOfHits.add(target[repeat]);
    }
    return new TrialResult(
        outcome(repeat),
        0,
        costs[repeat],
        Double.NaN,
        finalLosses[repeat],
        bestLosses[repeat],
        Double.NaN,
        costsOfHits,
        "");
  }

  /**
   * The last value of each metric of a trial. That none was measured and that it was no number is
   * the same here.
   */
  private Map<String, Double> last(int repeat, List<String> names) {
    Map<String, Double> last = new HashMap<>();
    for (int place = 0; place < names.size(); place++) {
      double value = metric(place, repeat);
      if (!Double.isNaN(value)) {
        last.put(names.get(place), value);
      }
    }
    return last;
  }

  /** Takes what a store wrote of all trials, in place of what was taken before. */
  void summarize(String content) {
    summary = content;
  }

  /** Whether there are trials that have no row here. */
  public boolean isSample() {
    return summary != null || dropped != null;
  }

  /**
   * What all trials came to.
   *
   * @param names of the metrics by their places
   */
  CellSketch all(List<String> names) {
    if (summary != null) {
      return CellSketch.of(summary);
    }
    CellSketch all = new CellSketch(hits.length);
    if (dropped != null) {
      all.merge(dropped);
    }
    for (int repeat = 0; repeat < repeats; repeat++) {
      if (has(repeat)) {
        all.add(result(repeat), last(repeat, names));
      }
    }
    return all;
  }

  /** Keeps a metric's value, in place of one measured before. */
  void measure(int metric, int repeat, double value) {
    if (repeat >= outcomes.length) {
      resize(Math.max(repeat + 1, outcomes.length + (outcomes.length >> 1)));
    }
    while (metrics.size() <= metric) {
      metrics.add(new double[0]);
    }
    double[] values = metrics.get(metric);
    if (repeat >= values.length) {
      int length = values.length;
      values = Arrays.copyOf(values, outcomes.length);
      Arrays.fill(values, length, values.length, Double.NaN);
      metrics.set(metric, values);
    }
    values[repeat] = value;
  }

  /** Counts what there is, and gives back the space kept for repeats that never came. */
  void settle() {
    if (outcomes.length > repeats) {
      resize(repeats);
    }
    Arrays.fill(outcomeCounts, 0);
    for (byte outcome : outcomes) {
      if (outcome != ABSENT) {
        outcomeCounts[outcome]++;
      }
    }
    for (int target = 0; target < hits.length; target++) {
      int count = 0;
      for (int repeat = 0; repeat < repeats; repeat++) {
        count += outcomes[repeat] != ABSENT && hit(target, repeat) ? 1 : 0;
      }
      hits[target] = count;
    }
    settleAll();
  }

  private void settleAll() {
    CellSketch others = summary != null ? CellSketch.of(summary) : dropped;
    boolean alone = summary != null;
    for (Outcome outcome : OUTCOMES) {
      int place = outcome.ordinal();
      allOutcomes[place] =
          (alone ? 0 : outcomeCounts[place]) + (others == null ? 0 : others.count(outcome));
    }
    for (int target = 0; target < hits.length; target++) {
      allHits[target] =
          (alone ? 0 : hits[target]) + (others == null ? 0 : others.hitCosts().get(target).count());
    }
  }

  private void resize(int length) {
    int before = outcomes.length;
    outcomes = Arrays.copyOf(outcomes, length);
    if (length > before) {
      Arrays.fill(outcomes, before, length, ABSENT);
    }
    bestLosses = Arrays.copyOf(bestLosses, length);
    finalLosses = Arrays.copyOf(finalLosses, length);
    costs = Arrays.copyOf(costs, length);
    for (int target = 0; target < hitCosts.length; target++) {
      hitCosts[target] = Arrays.copyOf(hitCosts[target], length);
    }
  }

  /** The cell these are the trials of. */
  public Cell cell() {
    return cell;
  }

  /** One more than the largest repeat: repeats run from 0 to below this. */
  public int repeats() {
    return repeats;
  }

  /** How many trials have a row here. */
  public int trials() {
    return trials;
  }

  /** Whether there is a trial with this repeat. Only of such a one the rest may be asked. */
  public boolean has(int repeat) {
    return repeat < repeats && outcomes[repeat] != ABSENT;
  }

  /** How the trial ended. */
  public Outcome outcome(int repeat) {
    return OUTCOMES[outcomes[repeat]];
  }

  /** Whether the trial diverged or failed. */
  boolean isLost(int repeat) {
    Outcome outcome = outcome(repeat);
    return outcome == Outcome.DIVERGED || outcome == Outcome.FAILED;
  }

  /** The lowest loss of the trial; +∞ if it never saw a number. */
  public double bestLoss(int repeat) {
    double loss = bestLosses[repeat];
    return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
  }

  /** The last loss of the trial; may be NaN or infinite. */
  public double finalLoss(int repeat) {
    return finalLosses[repeat];
  }

  /** Whether some trial was measured by the metric. */
  boolean hasMetric(int metric) {
    return metric >= 0 && metric < metrics.size() && metrics.get(metric).length > 0;
  }

  /**
   * The last value of a metric, by {@link StudyRows#place}; NaN if it was never measured. What a
   * trial that failed had reached is not its last value, so that is NaN too.
   */
  public double metric(int metric, int repeat) {
    if (!hasMetric(metric) || outcome(repeat) == Outcome.FAILED) {
      return Double.NaN;
    }
    double[] values = metrics.get(metric);
    return repeat < values.length ? values[repeat] : Double.NaN;
  }

  /** What the trial spent, in forward-equivalents. */
  public double cost(int repeat) {
    return costs[repeat];
  }

  /** What had been spent when the target was first reached, NaN if it never was. */
  public double hitCost(int target, int repeat) {
    return hitCosts[target][repeat];
  }

  /** Whether the trial reached the target. */
  public boolean hit(int target, int repeat) {
    return !Double.isNaN(hitCosts[target][repeat]);
  }

  /** How many trials ended in each way; ways that did not occur count 0. */
  public Map<Outcome, Integer> outcomes() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : OUTCOMES) {
      counts.put(outcome, count(outcome));
    }
    return counts;
  }

  /** How many trials ended in this way. */
  int count(Outcome outcome) {
    return outcomeCounts[outcome.ordinal()];
  }

  /** How many trials reached the target. */
  int hits(int target) {
    return hits[target];
  }

  /** How many trials there are in all. */
  public long allTrials() {
    return Arrays.stream(allOutcomes).sum();
  }

  /** How many of all trials ended in this way. */
  long allCount(Outcome outcome) {
    return allOutcomes[outcome.ordinal()];
  }

  /** How many of all trials reached the target. */
  long allHits(int target) {
    return allHits[target];
  }
}
