package io.sluice.sketch;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What trials of one cell came to: how many ended in each way, what they spent, when they reached
 * each target, and of those that were completed the losses and the last value of each metric. What
 * the others had reached is gone.
 *
 * <pre>{@code
 * CellSketch sketch = new CellSketch(2);           // of a study with two targets
 * sketch.add(result, Map.of("accuracy", 0.75));    // for each trial
 * sketch.merge(CellSketch.of(text));               // what was written before, of other trials
 * String written = sketch.text();                  // the same, whatever the order
 * }</pre>
 *
 * <p>Not for several threads at once.
 */
public final class CellSketch {

  private static final String HEAD = "sketch 1";

  private final long[] outcomes = new long[Outcome.values().length];
  private final NumberSketch finalLoss;
  private final NumberSketch bestLoss;
  private final NumberSketch cost;
  private final List<NumberSketch> hitCosts;
  private final SortedMap<String, NumberSketch> metrics;

  /** A sketch of no trials. */
  public CellSketch(int targets) {
    this(new NumberSketch(), new NumberSketch(), new NumberSketch(), new ArrayList<>());
    for (int i = 0; i < targets; i++) {
      hitCosts.add(new NumberSketch());
    }
  }

  private CellSketch(
      NumberSketch finalLoss,
      NumberSketch bestLoss,
      NumberSketch cost,
      List<NumberSketch> hitCosts) {
    this.finalLoss = finalLoss;
    this.bestLoss = bestLoss;
    this.cost = cost;
    this.hitCosts = hitCosts;
    this.metrics = new TreeMap<>();
  }

  /**
   * Takes a trial.
   *
   * @param last the last value of each metric that was measured
   * @throws IllegalArgumentException if it was cancelled, which is no result, or has not one hit
   *     cost for each target
   */
  public void add(TrialResult result, Map<String, Double> last) {
    add(result);
    if (result.outcome() == Outcome.COMPLETED) {
      addMetrics(last);
    }
  }

  /** Takes a trial of which the metrics are taken by {@link #addMetrics} if it was completed. */
  public void add(TrialResult result) {
    if (result.outcome() == Outcome.CANCELLED || result.hitCosts().size() != hitCosts.size()) {
      throw new IllegalArgumentException(
          "no trial that was cancelled or has not " + hitCosts.size() + " hit costs: " + result);
    }
    outcomes[result.outcome().ordinal()]++;
    cost.add(result.cost());
    for (int i = 0; i < hitCosts.size(); i++) {
      double hit = result.hitCosts().get(i);
      if (!Double.isNaN(hit)) {
        hitCosts.get(i).add(hit);
      }
    }
    if (result.outcome() == Outcome.COMPLETED) {
      finalLoss.add(result.finalLoss());
      bestLoss.add(result.bestLoss());
    }
  }

  /** Takes the last values of the metrics of a trial that was completed. */
  public void addMetrics(Map<String, Double> last) {
    last.forEach(
        (metric, value) ->
            metrics.computeIfAbsent(checked(metric), name -> new NumberSketch()).add(value));
  }

  private static String checked(String metric) {
    if (metric.isEmpty() || metric.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("no name of a metric: \"" + metric + "\"");
    }
    return metric;
  }

  /** Takes all trials of another sketch, which must be others. */
  public void merge(CellSketch other) {
    if (other.hitCosts.size() != hitCosts.size()) {
      throw new IllegalArgumentException(
          "a sketch with " + other.hitCosts.size() + " targets into one with " + hitCosts.size());
    }
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += other.outcomes[i];
    }
    finalLoss.merge(other.finalLoss);
    bestLoss.merge(other.bestLoss);
    cost.merge(other.cost);
    for (int i = 0; i < hitCosts.size(); i++) {
      hitCosts.get(i).merge(other.hitCosts.get(i));
    }
    other.metrics.forEach(
        (metric, sketch) ->
            metrics.computeIfAbsent(metric, name -> new NumberSketch()).merge(sketch));
  }

  /** How many trials there are. */
  public long trials() {
    return cost.count() + cost.nans();
  }

  /** How many trials ended in this way. */
  public long count(Outcome outcome) {
    return outcomes[outcome.ordinal()];
  }

  /** The last losses of completed trials. */
  public NumberSketch finalLoss() {
    return finalLoss;
  }

  /** The lowest losses of completed trials. */
  public NumberSketch bestLoss() {
    return bestLoss;
  }

  /** What all trials spent, in forward-equivalents. */
  public NumberSketch cost() {
    return cost;
  }

  /** For each target what had been spent when it was reached, of the trials that did. */
  public List<NumberSketch> hitCosts() {
    return Collections.unmodifiableList(hitCosts);
  }

  /** The last values of each metric of completed trials. */
  public SortedMap<String, NumberSketch> metrics() {
    return Collections.unmodifiableSortedMap(metrics);
  }

  /** All of it as lines of plain letters, the same for the same trials. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("\ntrials ").append(count(Outcome.COMPLETED));
    text.append(' ').append(count(Outcome.DIVERGED)).append(' ').append(count(Outcome.FAILED));
    line(text, "final-loss", finalLoss);
    line(text, "best-loss", bestLoss);
    line(text, "cost", cost);
    hitCosts.forEach(hit -> line(text, "hit", hit));
    metrics.forEach((metric, sketch) -> line(text, "metric " + metric, sketch));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, NumberSketch sketch) {
    text.append('\n').append(name);
    sketch.write(text);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is no such text, or one of a newer version
   */
  public static CellSketch of(String text) {
    String[] lines = text.split("\n");
    if (!lines[0].equals(HEAD)) {
      throw new IllegalArgumentException(
          "a sketch begins with \"" + HEAD + "\", not with \"" + lines[0] + "\"");
    }
    try {
      CellSketch sketch =
          new CellSketch(
              number(lines[2], "final-loss", 1),
              number(lines[3], "best-loss", 1),
              number(lines[4], "cost", 1),
              new ArrayList<>());
      String[] trials = lines[1].split(" ");
      sketch.outcomes[Outcome.COMPLETED.ordinal()] = Long.parseLong(trials[1]);
      sketch.outcomes[Outcome.DIVERGED.ordinal()] = Long.parseLong(trials[2]);
      sketch.outcomes[Outcome.FAILED.ordinal()] = Long.parseLong(trials[3]);
      for (int i = 5; i < lines.length; i++) {
        if (lines[i].startsWith("hit ")) {
          sketch.hitCosts.add(number(lines[i], "hit", 1));
        } else {
          sketch.metrics.put(lines[i].split(" ", 3)[1], number(lines[i], "metric", 2));
        }
      }
      return sketch;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("a sketch is damaged: " + e.getMessage(), e);
    }
  }

  private static NumberSketch number(String line, String name, int from) {
    String[] words = line.split(" ");
    if (!words[0].equals(name)) {
      throw new NumberFormatException("no line of " + name + ": " + words[0]);
    }
    return NumberSketch.read(words, from);
  }
}
