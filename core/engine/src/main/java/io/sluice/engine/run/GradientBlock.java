package io.sluice.engine.run;

import io.sluice.engine.network.Batch;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Optimizer;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a block of trials of one gradient optimizer: gradient, look at the losses, update, bounds,
 * and again; where gradients do not show the losses that count, with batches or with random
 * numbers, there is a look of its own where an epoch begins and at the end. A lane whose trial is
 * over is taken by the last lane in use.
 */
final class GradientBlock {

  private final RunRules rules;
  private final BlockObjective objective;
  private final List<TrialRecord> records;
  private final BlockMemory memory;
  private final BlockLayout layout;
  private final double[] weights;
  private final double[] gradients;
  private final double[] lower;
  private final double[] upper;
  private final double[] losses;
  private final Pulse pulse = Pulse.ofThread();
  private final Optimizer optimizer;
  private final GradientState state;
  private final WeightPolicy policy;
  private final Pace pace;
  private final double gradientCost;
  private final long updates;
  private final BatchOrder order;
  private final UpdateRules rulesOfUpdates;
  private final UpdateTrace trace;
  private final Stagnation stagnation;
  private final BlockObjective watched;
  private final double[] watchedLosses;
  private final BlockScore score;
  private long step;
  private long lastLook = -1;
  private final LaneLosses seen;
  private final BlockEvents events = new BlockEvents();
  private int lanes;

  GradientBlock(RunRules rules, BlockObjective objective, List<TrialRecord> records) {
    this.rules = rules;
    this.objective = objective;
    this.records = new ArrayList<>(records);
    List<TrialSetup> setups = records.stream().map(TrialRecord::setup).toList();
    TrialSetup first = setups.get(0);
    lanes = setups.size();
    memory =
        new BlockMemory(
            first.task().parameters(),
            setups,
            lane -> setups.get(lane).randomKey(records.get(lane).trial().repeat()));
    layout = memory.layout();
    weights = memory.block();
    gradients = memory.block();
    losses = memory.perLane();
    seen = new LaneLosses(memory, rules.divergence());
    policy = first.policy();
    pace = first.pace();
    gradientCost = rules.budget().gradientCost();
    updates = rules.budget().updates(pace);
    order = new BatchOrder(this.records, pace);
    rulesOfUpdates = new UpdateRules(memory, this.records, updates);
    trace = new UpdateTrace(memory, records.get(0));
    stagnation =
        rules.patience().ends()
            ? new Stagnation(memory, this.records, setup -> rules.patience())
            : null;
    watched =
        pace.watched() > 0 ? new NetworkObjective((Task.Fit) first.task(), true, lanes) : null;
    watchedLosses = watched == null ? losses : memory.perLane();
    score = new BlockScore(memory, this.records);
    memory.alsoMove(order::move);
    memory.alsoMove(this::moveTrial);
    lower = policy == WeightPolicy.NONE ? null : memory.block();
    upper = policy == WeightPolicy.NONE ? null : memory.block();
    optimizer = first.optimizer();
    pulse.enter(optimizer);
    state = ((GradientOptimizer) optimizer).start(memory);
    pulse.leave();
    int[] index = first.task().indexOfParameter();
    for (int lane = 0; lane < lanes; lane++) {
      pulse.check();
      TrialRecord record = records.get(lane);
      TrialSetup setup = record.setup();
      double[] start = record.startWeights();
      bind(lane, record, () -> start);
      seen.await(lane, record.nextTarget());
      for (int p = 0; p < index.length; p++) {
        weights[layout.row(p) + lane] = start[index[p]];
        if (lower != null) {
          lower[layout.row(p) + lane] = setup.lower(p);
          upper[layout.row(p) + lane] = setup.upper(p);
        }
      }
    }
  }

  /** Runs every trial to its end and returns their events, trial by trial. */
  BlockEvents run() {
    try {
      train();
    } catch (Pulse.Stopped stopped) {
      endAll(Outcome.CANCELLED, step, pace.spent(step, gradientCost));
    }
    return events;
  }

  private void train() {
    keepWithinBounds();
    for (step = 0; step < updates && lanes > 0; step++) {
      pulse.check();
      if (!pace.looksApart()) {
        objective.gradients(step, layout, weights, lanes, Batch.ALL, losses, gradients);
        look(step, pace.cost(step, gradientCost));
      } else {
        gradientsApart(step);
      }
      if (lanes > 0) {
        trace.beforeRules(lanes, gradients);
        rulesOfUpdates.before(lanes, weights, gradients);
        updateWeights(step);
        keepWithinBounds();
      }
    }
    if (lanes > 0) {
      double cost = pace.cost(updates, gradientCost);
      objective.losses(layout, weights, lanes, losses);
      look(updates, cost);
      endAll(Outcome.COMPLETED, updates, cost);
    }
  }

  /**
   * Gradients that show no loss that counts; where an epoch begins, a look at the one that does.
   */
  private void gradientsApart(long step) {
    double spent = pace.spent(step, gradientCost);
    if (pace.place(step) == 0) {
      spent = pace.cost(step, gradientCost);
      objective.losses(layout, weights, lanes, losses);
      look(step, spent);
    } else if (records.get(0).isWatched(step)) {
      objective.losses(layout, weights, lanes, losses);
      show(step, pace.cost(step, gradientCost));
    }
    if (lanes == 0) {
      return;
    }
    Batch batch = pace.isFull() ? Batch.ALL : order.batch(step, lanes);
    objective.gradients(step, layout, weights, lanes, batch, losses, gradients);
    for (int lane = lanes - 1; lane >= 0; lane--) {
      if (!(Math.abs(losses[lane]) <= Double.MAX_VALUE)) {
        double cost = spent + (double) pace.size(step) / pace.rows();
        seen.stand(lane, losses[lane]);
        end(lane, Outcome.DIVERGED, step, cost);
      }
    }
  }

  /** Whether a step that is measured has come since the last look. */
  private boolean isMeasured(long step) {
    boolean measured = false;
    for (long s = lastLook + 1; s <= step && !measured; s++) {
      measured = rules.cadence().measures(s);
    }
    lastLook = step;
    return measured;
  }

  /**
   * Records the losses and ends the trials that reached their last target, diverged or stand still.
   */
  private void look(long step, double cost) {
    show(step, cost);
    boolean noteworthy = seen.see(losses, lanes, step, cost);
    boolean measuring = isMeasured(step);
    boolean stopping = standsStill();
    if (!noteworthy && !measuring && !stopping) {
      return;
    }
    for (int lane = lanes - 1; lane >= 0; lane--) {
      TrialRecord record = records.get(lane);
      if (seen.reached(lane)) {
        record.reach(losses[lane], cost);
        seen.await(lane, record.nextTarget());
      }
      if (measuring) {
        seen.tell(lane, record);
        trace.tell(lane, record);
        score.compute(step, weights, lanes);
        record.measure(step, cost, score, lane);
      }
      if (seen.hasDiverged(lane)) {
        end(lane, Outcome.DIVERGED, step, cost);
      } else if (record.isDone() || (stopping && stagnation.isOver(lane))) {
        end(lane, Outcome.COMPLETED, step, cost);
      }
    }
  }

  /** Shows the trials to whoever watches them, their losses being known. */
  private void show(long step, double cost) {
    for (int lane = 0; lane < lanes; lane++) {
      if (records.get(lane).isWatched(step)) {
        records.get(lane).show(step, cost, losses[lane], layout, weights, lane);
      }
    }
  }

  /** Ends the trial of a lane; the last lane in use takes its place. */
  private void end(int lane, Outcome outcome, long steps, double cost) {
    finish(lane, outcome, steps, cost);
    lanes--;
    if (lane < lanes) {
      memory.move(lanes, lane);
    }
  }

  private void moveTrial(int from, int to) {
    TrialRecord moved = records.get(from);
    records.set(to, moved);
    bind(to, moved, moved::startWeights);
    score.bind(to);
  }

  private void bind(int lane, TrialRecord record, Supplier<double[]> start) {
    objective.bind(lane, record.setup().task(), record.drawKey(), start);
    if (watched != null) {
      watched.bind(lane, record.setup().task(), record.drawKey(), start);
    }
  }

  /**
   * Looks at the monitored losses, if anything depends on them.
   *
   * @return whether a trial is over because its loss stands still
   */
  private boolean standsStill() {
    if (stagnation == null && !rulesOfUpdates.monitors()) {
      return false;
    }
    if (watched != null) {
      watched.losses(layout, weights, lanes, watchedLosses);
    }
    rulesOfUpdates.look(watchedLosses, lanes);
    return stagnation != null && stagnation.see(watchedLosses, lanes);
  }

  private void endAll(Outcome outcome, long steps, double cost) {
    for (int lane = 0; lane < lanes; lane++) {
      finish(lane, outcome, steps, cost);
    }
    lanes = 0;
  }

  private void finish(int lane, Outcome outcome, long steps, double cost) {
    Outcome honest =
        outcome == Outcome.COMPLETED && !hasFiniteWeights(lane) ? Outcome.DIVERGED : outcome;
    TrialRecord record = records.get(lane);
    seen.tell(lane, record);
    trace.tell(lane, record);
    if (record.lacksMeasurement(honest, steps)) {
      score.compute(steps, weights, lanes);
      record.measure(steps, cost, score, lane);
    }
    if (record.keepsWeights()) {
      record.keepWeights(layout, weights, lane);
    }
    record.finish(honest, steps, cost, "", events);
  }

  /** Tells the records how far their trials came, after something was thrown in between. */
  void settle() {
    for (int lane = 0; lane < lanes; lane++) {
      seen.tell(lane, records.get(lane));
    }
  }

  private boolean hasFiniteWeights(int lane) {
    for (int p = 0; p < layout.parameters(); p++) {
      if (!(Math.abs(weights[layout.row(p) + lane]) <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private void updateWeights(long step) {
    int number = Math.toIntExact(step + 1);
    if (!rulesOfUpdates.changesUpdates() && !trace.needsUpdates() && updatedWeights(number)) {
      return;
    }
    pulse.enter(optimizer);
    state.update(number, lanes, weights, gradients);
    pulse.leave();
    rulesOfUpdates.after(step, lanes, weights, gradients);
    trace.beforeUpdate(lanes, weights, gradients);
    addUpdates();
  }

  private boolean updatedWeights(int number) {
    pulse.enter(optimizer);
    boolean updated = state.updateWeights(number, lanes, weights, gradients);
    pulse.leave();
    return updated;
  }

  private void addUpdates() {
    if (lanes == layout.stride()) {
      add(layout.row(0), layout.parameters() * lanes);
      return;
    }
    for (int p = 0; p < layout.parameters(); p++) {
      add(layout.row(p), lanes);
    }
  }

  private void add(int from, int length) {
    for (int i = from; i < from + length; i++) {
      weights[i] += gradients[i];
    }
  }

  private void keepWithinBounds() {
    if (lower == null) {
      return;
    }
    trace.beforeBounds(lanes, weights, lower, upper);
    for (int p = 0; p < layout.parameters(); p++) {
      int row = layout.row(p);
      for (int i = row; i < row + lanes; i++) {
        double weight = weights[i];
        if (weight < lower[i] || weight > upper[i]) {
          weights[i] = policy.keep(weight, lower[i], upper[i]);
          records.get(i - row).putBack(p);
          if (policy.reversesMomentum(weight, lower[i], upper[i])) {
            state.flip(p, i - row);
          }
        }
      }
    }
  }
}
