package io.sluice.analysis;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The trials of one cell by repeat, as primitive arrays. A repeat that was not run, or cancelled,
 * is absent.
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
  private int repeats;
  private int trials;

  CellSamples(Cell cell, int targets, int capacity) {
    this.cell = cell;
    outcomes = new byte[0];
    bestLosses = new double[0];
    finalLosses = new double[0];
    costs = new double[0];
    hitCosts = new double[targets][0];
    hits = new int[targets];
    resize(capacity);
  }

  /** Puts a trial in its place; one that is there already is replaced. */
  void put(int repeat, TrialResult result) {
    if (repeat >= outcomes.length) {
      resize(Math.max(repeat + 1, outcomes.length + (outcomes.length >> 1)));
    }
    if (outcomes[repeat] == ABSENT) {
      trials++;
    }
    repeats = Math.max(repeats, repeat + 1);
    outcomes[repeat] = (byte) result.outcome().ordinal();
    bestLosses[repeat] = result.bestLoss();
    finalLosses[repeat] = result.finalLoss();
    costs[repeat] = result.cost();
    for (int target = 0; target < hitCosts.length; target++) {
      hitCosts[target][repeat] = result.hitCosts().get(target);
    }
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

  /** How many trials there are. */
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
}
