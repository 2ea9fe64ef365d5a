package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A block of trials whose gradients are given: those of the lane with number n depend on n, the
 * parameter and the step alone, wherever the lane stands.
 */
final class GradientTrials {

  private static final int PARAMETERS = 3;
  private static final int LANES = 5;

  /** How many trials stand side by side where that does not matter. */
  static final int FEW = 3;

  private static final int STEPS = 7;

  private final BlockLayout layout;
  private final int[] numbers;
  private final TrialMemory memory;
  private final GradientState state;
  private final double[] weights;
  private final double[] gradients;
  private int lanes;
  private int step;

  /** Trials with these numbers, side by side. */
  private GradientTrials(GradientOptimizer optimizer, int... numbers) {
    this(optimizer, settings(optimizer, numbers), numbers);
  }

  /** Trials with these numbers, each with hyper-parameters of its own. */
  private GradientTrials(
      GradientOptimizer optimizer, List<Map<String, Double>> settings, int... numbers) {
    this.layout = new BlockLayout(PARAMETERS, numbers.length, 2);
    this.numbers = numbers.clone();
    this.lanes = numbers.length;
    this.memory = new TrialMemory(layout, settings, numbers);
    this.weights = layout.newBlock();
    this.gradients = layout.newBlock();
    for (int lane = 0; lane < lanes; lane++) {
      for (int p = 0; p < PARAMETERS; p++) {
        weights[layout.row(p) + lane] = number(numbers[lane], p, 0);
      }
    }
    this.state = optimizer.start(memory);
  }

  /** The presets for even numbers; for odd ones each hyper-parameter has another value. */
  private static List<Map<String, Double>> settings(GradientOptimizer optimizer, int... numbers) {
    List<Map<String, Double>> settings = new ArrayList<>();
    for (int number : numbers) {
      Map<String, Double> lane = ComponentChecks.settings(optimizer);
      if (number % 2 != 0) {
        for (Hyperparameter each : optimizer.hyperparameters()) {
          lane.put(each.name(), ComponentChecks.otherValue(each));
        }
      }
      settings.add(lane);
    }
    return settings;
  }

  private static double number(int lane, int parameter, int step) {
    return new RandomStream(RandomStream.key(lane, parameter, step)).nextDouble(-2, 2);
  }

  /** One step; afterwards the gradients are updates, and the weights have moved by them. */
  private void advance() {
    beginStep();
    update();
  }

  /** One step on the short way, if there is one: only the weights are as on the long way. */
  private void advanceAtOnce() {
    beginStep();
    if (!state.updateWeights(step, lanes, weights, gradients)) {
      update();
    }
  }

  private void beginStep() {
    step++;
    for (int lane = 0; lane < lanes; lane++) {
      for (int p = 0; p < PARAMETERS; p++) {
        gradients[layout.row(p) + lane] = number(numbers[lane], p, step);
      }
    }
  }

  private void update() {
    state.update(step, lanes, weights, gradients);
    for (int p = 0; p < PARAMETERS; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        weights[layout.row(p) + lane] += gradients[layout.row(p) + lane];
      }
    }
  }

  private double update(int parameter, int lane) {
    return gradients[layout.row(parameter) + lane];
  }

  /** What the engine does when a trial has ended: the last one takes its place. */
  private void end(int lane) {
    lanes--;
    memory.move(lanes, lane);
    TrialMemory.move(layout, weights, lanes, lane);
    numbers[lane] = numbers[lanes];
  }

  /** The weights of all lanes after each step, with a flip behind each if that is wanted. */
  static double[][] steps(GradientOptimizer optimizer, int count, boolean flips) {
    GradientTrials trials =
        new GradientTrials(optimizer, IntStream.range(0, FEW).map(lane -> 2 * lane).toArray());
    double[][] steps = new double[count][];
    for (int i = 0; i < count; i++) {
      trials.advance();
      steps[i] = trials.weights.clone();
      if (flips) {
        trials.state.flip(1, 0);
      }
    }
    return steps;
  }

  static void inPlace(GradientOptimizer optimizer, Findings findings) {
    GradientTrials trials = new GradientTrials(optimizer, 0, 2, 4);
    double[] before = trials.weights.clone();
    double[] gradients = trials.gradients;
    Arrays.fill(gradients, 0.5);
    trials.state.update(1, 3, trials.weights, gradients);
    for (int i = 0; i < before.length; i++) {
      if (!ComponentChecks.sameBits(before[i], trials.weights[i])) {
        findings.fault(
            "update(...) changed a weight from %s to %s; weights are to be read only, the engine"
                + " adds the updates",
            before[i], trials.weights[i]);
        return;
      }
    }
    for (int i = 0; i < trials.layout.offset(); i++) {
      if (gradients[i] != 0.5) {
        findings.fault("update(...) wrote to index %d, before the first row of the layout", i);
        return;
      }
    }
  }

  /** Half way each parameter of the first lane is flipped, in one of the blocks twice. */
  static void flips(GradientOptimizer optimizer, Findings findings) {
    GradientTrials never = new GradientTrials(optimizer, 0, 1, 2);
    GradientTrials once = new GradientTrials(optimizer, 0, 1, 2);
    GradientTrials twice = new GradientTrials(optimizer, 0, 1, 2);
    for (int step = 1; step <= STEPS; step++) {
      for (GradientTrials trials : List.of(never, once, twice)) {
        trials.advance();
      }
      for (int p = 0; p < PARAMETERS; p++) {
        same("flip(" + p + ", 0), called twice, changed", never, twice, p, 0, findings);
        for (int lane = 1; lane < 3; lane++) {
          same("flip(" + p + ", 0) changed", never, once, p, lane, findings);
        }
        if (step == STEPS / 2) {
          once.state.flip(p, 0);
          twice.state.flip(p, 0);
          twice.state.flip(p, 0);
        }
      }
    }
  }

  private static void same(
      String what,
      GradientTrials expected,
      GradientTrials found,
      int parameter,
      int lane,
      Findings findings) {
    double right = expected.update(parameter, lane);
    double update = found.update(parameter, lane);
    if (!ComponentChecks.sameBits(right, update) && !findings.hasFault()) {
      findings.fault(
          "%s the update of parameter %d in lane %d from %s to %s",
          what, parameter, lane, right, update);
    }
  }

  /** Steps of either way take turns, for the engine may ask for the one or the other. */
  static void shortWay(GradientOptimizer optimizer, Findings findings) {
    for (int[] numbers : new int[][] {{0, 2, 4}, {0, 1, 2, 3}}) {
      GradientTrials longWay = new GradientTrials(optimizer, numbers);
      GradientTrials shortWay = new GradientTrials(optimizer, numbers);
      for (int step = 1; step <= STEPS; step++) {
        longWay.advance();
        if (step % 3 == 0) {
          shortWay.advance();
        } else {
          shortWay.advanceAtOnce();
        }
        for (int i = 0; i < longWay.weights.length; i++) {
          if (!ComponentChecks.sameBits(longWay.weights[i], shortWay.weights[i])) {
            findings.fault(
                "in step %d a weight is %s after updateWeights(...), but %s after update(...) and"
                    + " the engine's addition",
                step, shortWay.weights[i], longWay.weights[i]);
            return;
          }
        }
      }
    }
  }

  static void downhill(GradientOptimizer optimizer, Findings findings) {
    BlockLayout layout = new BlockLayout(1, 1, 0);
    List<Map<String, Double>> presets = List.of(ComponentChecks.settings(optimizer));
    GradientState state = optimizer.start(new TrialMemory(layout, presets, 0));
    double[] weight = {1};
    double[] gradient = new double[1];
    for (int step = 1; step <= 20; step++) {
      gradient[0] = weight[0];
      state.update(step, 1, weight, gradient);
      if (step == 1 && gradient[0] > 0) {
        findings.fault(
            "the first update for the gradient 1 is %s, which is uphill; the engine adds updates,"
                + " so they go against the gradient: is a sign wrong?",
            gradient[0]);
        return;
      }
      weight[0] += gradient[0];
    }
    if (!(Math.abs(weight[0]) <= 1)) {
      findings.fault("20 steps down the bowl w²/2 lead from 1 to %s", weight[0]);
    }
  }

  static void zeroGradients(GradientOptimizer optimizer, Findings findings) {
    GradientTrials trials = new GradientTrials(optimizer, 0, 2);
    for (int step = 1; step <= 3; step++) {
      Arrays.fill(trials.gradients, 0);
      trials.state.update(step, 2, trials.weights, trials.gradients);
      double update = trials.update(0, 0);
      if (!Double.isFinite(update)) {
        findings.fault("in step %d the update for a gradient of zero is %s", step, update);
        return;
      }
    }
  }

  /**
   * The engine starts a block with the optimizer of one of its lanes, so what another lane has is
   * in the memory alone. One hyper-parameter at a time, so that the guilty one can be named.
   */
  static void laneSettings(GradientOptimizer optimizer, Findings findings) {
    for (Hyperparameter each : optimizer.hyperparameters()) {
      double other = ComponentChecks.otherValue(each);
      Map<String, Double> presets = ComponentChecks.settings(optimizer);
      Map<String, Double> others = ComponentChecks.settings(optimizer);
      others.put(each.name(), other);
      GradientTrials together =
          new GradientTrials(optimizer, List.of(presets, others, presets), 0, 1, 2);
      GradientTrials alone = new GradientTrials(optimizer.with(others), List.of(others), 1);
      for (int step = 1; step <= STEPS; step++) {
        together.advance();
        alone.advance();
        for (int p = 0; p < PARAMETERS; p++) {
          if (!ComponentChecks.sameBits(alone.update(p, 0), together.update(p, 1))) {
            findings.fault(
                "in step %d the update of a lane with %s=%s is %s alone, but %s beside lanes with"
                    + " %s; start(memory) must read it by memory.hyperparameter(\"%s\"), not from"
                    + " a field, and each lane its own",
                step,
                each.name(),
                other,
                alone.update(p, 0),
                together.update(p, 1),
                each.value(),
                each.name());
            return;
          }
        }
      }
    }
  }

  static void lanes(GradientOptimizer optimizer, Findings findings) {
    GradientTrials together = new GradientTrials(optimizer, 0, 1, 2, 3, 4);
    GradientTrials[] alone = new GradientTrials[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      alone[lane] = new GradientTrials(optimizer, lane);
    }
    for (int step = 1; step <= STEPS; step++) {
      together.advance();
      for (int lane = 0; lane < LANES && !findings.hasFault(); lane++) {
        alone[lane].advance();
        compare(alone[lane], 0, together, lane, "alone", "beside others", findings);
      }
    }
  }

  static void movedLanes(GradientOptimizer optimizer, Findings findings) {
    GradientTrials moving = new GradientTrials(optimizer, 0, 1, 2, 3);
    GradientTrials staying = new GradientTrials(optimizer, 0, 1, 2, 3);
    for (int step = 1; step <= STEPS && !findings.hasFault(); step++) {
      moving.advance();
      staying.advance();
      if (step > 3) {
        compare(staying, 3, moving, 1, "where it began", "moved to another lane", findings);
      }
      if (step == 3) {
        moving.end(1);
      }
    }
    if (findings.hasFault()) {
      findings.remark(
          "every number that belongs to a lane must live in arrays got from the memory");
    }
  }

  static void states(GradientOptimizer optimizer, Findings findings) {
    GradientTrials undisturbed = new GradientTrials(optimizer, 0, 1);
    for (int step = 1; step <= STEPS; step++) {
      undisturbed.advance();
    }
    GradientTrials first = new GradientTrials(optimizer, 0, 1);
    GradientTrials second = new GradientTrials(optimizer, 4, 3);
    for (int step = 1; step <= STEPS; step++) {
      first.advance();
      second.advance();
    }
    for (int lane = 0; lane < 2 && !findings.hasFault(); lane++) {
      for (int p = 0; p < PARAMETERS && !findings.hasFault(); p++) {
        double expected = undisturbed.update(p, lane);
        if (!ComponentChecks.sameBits(expected, first.update(p, lane))) {
          findings.fault(
              "while another state was at work the update in step %d is %s, without it %s; keep"
                  + " nothing in the optimizer itself, nor in static fields",
              STEPS, first.update(p, lane), expected);
        }
      }
    }
  }

  /** A lane of one block against a lane of another. */
  private static void compare(
      GradientTrials one,
      int here,
      GradientTrials other,
      int there,
      String onePlace,
      String otherPlace,
      Findings findings) {
    for (int p = 0; p < PARAMETERS; p++) {
      if (!ComponentChecks.sameBits(one.update(p, here), other.update(p, there))) {
        findings.fault(
            "in step %d the update of parameter %d in a lane is %s %s, but %s %s",
            one.step, p, one.update(p, here), onePlace, other.update(p, there), otherPlace);
        return;
      }
    }
  }
}
