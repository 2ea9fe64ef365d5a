package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Metric;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Outcome;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What has been seen of one trial so far. */
final class TrialRecord {

  private static final double[] NO_TARGETS = {};

  private final Trial trial;
  private final TrialSetup setup;
  private final RunRules rules;
  private final TrialWatch watch;
  private final double[] hitCosts;
  private final MeasurementLog measured;
  private final List<Reading> readings;
  private final double[] updateRatios;
  private long contacts;
  private double gradientCosine = Double.NaN;
  private long measuredStep = -1;
  private int hits;
  private double initialLoss = Double.NaN;
  private double lastLoss = Double.NaN;
  private long lastStep;
  private double lastCost;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private double bestCost = Double.NaN;
  private double[] weights;
  private int[] index;

  /**
   * The record of a trial that has not begun.
   *
   * @param watch what sees its weights on the way; null if nothing does and nothing keeps them
   */
  TrialRecord(
      Trial trial,
      TrialSetup setup,
      RunRules rules,
      TrialWatch watch,
      MeasurementRoom room,
      MeasurementFile file) {
    this.watch = watch;
    this.trial = trial;
    this.setup = setup;
    this.rules = rules;
    this.hitCosts = rules.targets().length == 0 ? NO_TARGETS : new double[rules.targets().length];
    Arrays.fill(hitCosts, Double.NaN);
    boolean measures = rules.cadence().measures();
    this.readings = measures ? Reading.of(setup, rules.metrics()) : List.of();
    this.measured = new MeasurementLog(room, file, readings.size());
    this.updateRatios =
        measures(Metric.UPDATE_RATIO)
            ? new double[((Task.Fit) setup.task()).network().layers().size()]
            : null;
  }

  Trial trial() {
    return trial;
  }

  TrialSetup setup() {
    return setup;
  }

  /** The key of what its activations draw. */
  long drawKey() {
    return setup.drawKey(trial.repeat());
  }

  double bestLoss() {
    return bestLoss;
  }

  /** Takes a loss; positive infinity or NaN is seen, but is no best loss. */
  void see(double loss, double cost) {
    if (Double.isNaN(bestCost) && Double.isNaN(initialLoss)) {
      initialLoss = loss;
    }
    if (loss < bestLoss) {
      bestLoss = loss;
      bestCost = cost;
      reach(loss, cost);
    }
  }

  /** Times the targets that this loss is the first to reach. */
  void reach(double loss, double cost) {
    double[] targets = rules.targets();
    while (hits < targets.length && loss <= targets[hits]) {
      hitCosts[hits++] = cost;
    }
  }

  /** The loss that is waited for, negative infinity if there is none left. */
  double nextTarget() {
    double[] targets = rules.targets();
    return hits < targets.length ? targets[hits] : Double.NEGATIVE_INFINITY;
  }

  /** Takes over what somebody else has seen so far. */
  void lookBack(double initial, double best, double costOfBest) {
    initialLoss = initial;
    bestLoss = best;
    bestCost = costOfBest;
  }

  /** Whether a metric is asked for and has a meaning here. */
  boolean measures(Metric metric) {
    return measuresAny(asked -> asked == metric);
  }

  /** Whether one of these metrics is asked for and has a meaning here. */
  boolean measuresAny(Predicate<Metric> metrics) {
    for (Reading reading : readings) {
      if (metrics.test(reading.metric())) {
        return true;
      }
    }
    return false;
  }

  /** How often a parameter has been put back so far. */
  void haveContacts(long count) {
    contacts = count;
  }

  /** The norm of the last update of a layer over that of its parameters. */
  void haveUpdateRatio(int layer, double ratio) {
    updateRatios[layer] = ratio;
  }

  /** The cosine of the angle between the gradients of the last two updates. */
  void haveGradientCosine(double cosine) {
    gradientCosine = cosine;
  }

  /** Whether weights must be kept when the trial ends. */
  boolean keepsWeights() {
    return watch != null;
  }

  /**
   * Keeps a copy of all weights that a lane has: the last of a gradient optimizer, the best of a
   * population.
   */
  void keepWeights(BlockLayout layout, double[] block, int lane) {
    if (weights == null) {
      weights = startWeights();
      index = setup.task().indexOfParameter();
    }
    spread(index, layout, block, lane, weights);
  }

  /** All weights that a lane has, frozen ones included. */
  double[] weights(BlockLayout layout, double[] block, int lane) {
    double[] all = startWeights();
    spread(setup.task().indexOfParameter(), layout, block, lane, all);
    return all;
  }

  private static void spread(
      int[] index, BlockLayout layout, double[] block, int lane, double[] all) {
    for (int p = 0; p < index.length; p++) {
      all[index[p]] = block[layout.row(p) + lane];
    }
  }

  /** Whether somebody wants to see the trial after so many steps. */
  boolean isWatched(long step) {
    return watch != null && watch.wants(step);
  }

  /** Shows a watched trial where it stands, at the weights that a lane has. */
  void show(long step, double cost, double loss, BlockLayout layout, double[] block, int lane) {
    keepWeights(layout, block, lane);
    watch.see(step, cost, loss, weights.clone());
  }

  /** Shows a watched trial the generation it has been told the losses of. */
  void showGeneration(long step, double[][] candidates) {
    watch.seeGeneration(step, candidates);
  }

  /** The weight policy puts a parameter back. */
  void putBack(int parameter) {
    if (watch != null) {
      watch.seePutBack(parameter);
    }
  }

  /** All weights with which the trial starts, frozen ones included. */
  double[] startWeights() {
    double[] start = new double[setup.weights()];
    setup.startWeights(trial.repeat(), start);
    return start;
  }

  /** The weights kept, or null. */
  double[] weights() {
    return weights;
  }

  /** Where the trial stands now. */
  void standAt(double loss, long step, double cost) {
    lastLoss = loss;
    lastStep = step;
    lastCost = cost;
  }

  /** All events of the trial, which failed after what was seen last. */
  BlockEvents fail(String message) {
    weights = null;
    BlockEvents events = new BlockEvents();
    finish(Outcome.FAILED, lastStep, lastCost, message, events);
    return events;
  }

  /** Whether there is nothing left to wait for. */
  boolean isDone() {
    return rules.stopAtLastTarget() && hits > 0 && hits == hitCosts.length;
  }

  /**
   * Measures the trial where it stands.
   *
   * @param score has looked at the weights of its lane
   */
  void measure(long step, double cost, BlockScore score, int lane) {
    measuredStep = step;
    measured.begin(step, cost);
    for (int i = 0; i < readings.size(); i++) {
      measured.add(value(readings.get(i), score, lane));
    }
  }

  private double value(Reading reading, BlockScore score, int lane) {
    switch (reading.metric()) {
      case LOSS:
        return lastLoss;
      case BEST_LOSS:
        return bestLoss;
      case UPDATE_RATIO:
        return updateRatios[reading.layer()];
      case GRADIENT_COSINE:
        return gradientCosine;
      case BOUND_CONTACTS:
        return contacts;
      default:
        return score.value(reading, lane);
    }
  }

  /** Whether the trial, which is over, is still to be measured where it ends. */
  boolean lacksMeasurement(Outcome outcome, long steps) {
    return rules.cadence().measures()
        && measuredStep != steps
        && steps > 0
        && outcome != Outcome.FAILED
        && outcome != Outcome.CANCELLED;
  }

  /** Adds all events of the trial, which is over. */
  void finish(Outcome outcome, long steps, double cost, String message, BlockEvents events) {
    events.add(
        trial,
        readings,
        measured,
        new TrialResult(
            outcome, steps, cost, initialLoss, lastLoss, bestLoss, bestCost, hitCosts(), message));
  }

  /** Forgets the trial, which is run again. */
  void discard() {
    measured.close();
  }

  private List<Double> hitCosts() {
    Double[] costs = new Double[hitCosts.length];
    for (int target = 0; target < costs.length; target++) {
      costs[target] = hitCosts[target];
    }
    return List.of(costs);
  }
}
