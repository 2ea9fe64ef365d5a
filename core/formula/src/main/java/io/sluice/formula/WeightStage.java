package io.sluice.formula;

import io.sluice.formula.RuleNodes.Kind;
import io.sluice.formula.RulePlan.Stage;
import io.sluice.formula.Steps.Step;
import io.sluice.math.LaneRows;
import io.sluice.spi.BlockLayout;
import java.util.List;

/**
 * A stage of a rule that computes numbers of weights, at work on a block. Where code makes them in
 * one loop of nothing but numbers of weights, it works on the arrays themselves; else some rows of
 * weights at a time are copied to where code or the interpreter finds all they need.
 */
final class WeightStage {

  /** How many numbers are computed at a time: few enough to stay in the nearest cache. */
  private static final int CHUNK = 512;

  /** How many where nothing is copied. */
  private static final int LONG_CHUNK = 2048;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final Stage stage;
  private final BlockLayout layout;
  private final int[] groups;
  private final RuleShape[] shapes;
  private final boolean[] isWeight;
  private final double[][][] inputs;
  private final double[][] uniforms;
  private final double[][] outputs;
  private final boolean grouped;
  private final boolean onlyWeights;
  private final Rows rows;
  private final int[] uniformOfStep;
  private double[] numbers;
  private int[] slots;

  /**
   * A stage.
   *
   * @param inputs for each input its numbers, by groups; null for gradients and weights
   * @param uniforms for each uniform where its number is
   * @param outputs null for the update
   */
  WeightStage(
      Stage stage,
      RulePlan plan,
      RuleNodes nodes,
      BlockLayout layout,
      int[] groups,
      double[][][] inputs,
      double[][] uniforms,
      double[][] outputs) {
    this.stage = stage;
    this.layout = layout;
    this.groups = groups;
    this.inputs = inputs;
    this.uniforms = uniforms;
    this.outputs = outputs;
    List<Integer> needed = stage.inputs();
    shapes = new RuleShape[needed.size()];
    isWeight = new boolean[shapes.length];
    boolean byGroup = false;
    boolean plain = true;
    for (int k = 0; k < shapes.length; k++) {
      shapes[k] = plan.shape(needed.get(k));
      byGroup |= shapes[k] == RuleShape.GROUP;
      plain &= shapes[k] == RuleShape.WEIGHT;
      isWeight[k] = inputs[k] == null && nodes.leafAt(needed.get(k)).kind() == Kind.WEIGHT;
    }
    grouped = byGroup;
    onlyWeights = plain;
    rows = Rows.of(stage.steps());
    uniformOfStep = new int[rows.steps().length];
    for (int i = 0; i < uniformOfStep.length; i++) {
      uniformOfStep[i] = stage.marks().indexOf(rows.steps()[i].number());
    }
  }

  /**
   * Computes the stage.
   *
   * @param add whether the update is added to the weights, too
   */
  void run(int lanes, double[] weights, double[] gradients, boolean add) {
    ProgramCode code = stage.code().ready(lanes * layout.parameters());
    if (code != null) {
      setNumbers(code);
    }
    if (code != null && onlyWeights && code.isOneLoop() && !stage.code().chooses()) {
      runInPlace(code, lanes, weights, gradients, add);
      return;
    }
    int width = Math.min(lanes, CHUNK);
    for (int group = 0; group < (grouped ? groups.length - 1 : 1); group++) {
      int first = grouped ? groups[group] : 0;
      int end = grouped ? groups[group + 1] : layout.parameters();
      for (int lane = 0; lane < lanes; lane += width) {
        int n = Math.min(width, lanes - lane);
        runRows(code, group, first, end, lane, n, weights, gradients, add);
      }
    }
  }

  /** Puts the uniforms where code finds them. */
  private void setNumbers(ProgramCode code) {
    if (numbers == null) {
      numbers = code.numbers().clone();
      slots = new int[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        slots[i] = stage.marks().indexOf(numbers[i]);
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      if (slots[i] >= 0) {
        numbers[i] = uniforms[slots[i]][0];
      }
    }
  }

  private double[] input(int k, double[] weights, double[] gradients) {
    return inputs[k] != null ? inputs[k][0] : isWeight[k] ? weights : gradients;
  }

  private void runInPlace(
      ProgramCode code, int lanes, double[] weights, double[] gradients, boolean add) {
    Scratch scratch = SCRATCH.get();
    int count = 1 + inputs.length + outputs.length;
    double[][] arrays = scratch.arrays(count);
    for (int k = 0; k < inputs.length; k++) {
      arrays[1 + k] = input(k, weights, gradients);
    }
    for (int k = 0; k < outputs.length; k++) {
      arrays[1 + inputs.length + k] = outputs[k] == null ? gradients : outputs[k];
    }
    if (lanes == layout.stride()) {
      int end = layout.length();
      for (int at = layout.row(0); at < end; at += LONG_CHUNK) {
        runInPlace(code, arrays, at, Math.min(end, at + LONG_CHUNK), weights, gradients, add);
      }
    } else {
      for (int p = 0; p < layout.parameters(); p++) {
        int row = layout.row(p);
        runInPlace(code, arrays, row, row + lanes, weights, gradients, add);
      }
    }
    for (int k = 0; k < count; k++) {
      arrays[k] = null;
    }
  }

  private void runInPlace(
      ProgramCode code,
      double[][] arrays,
      int from,
      int to,
      double[] weights,
      double[] gradients,
      boolean add) {
    code.run(arrays, numbers, from, to);
    for (int i = from; add && i < to; i++) {
      weights[i] += gradients[i];
    }
  }

  private void runRows(
      ProgramCode code,
      int group,
      int first,
      int end,
      int lane,
      int width,
      double[] weights,
      double[] gradients,
      boolean add) {
    int height = Math.min(end - first, Math.max(1, CHUNK / width));
    int own = 1 + inputs.length;
    int results = own + outputs.length;
    int more = code == null ? rows.count() - own : code.rows();
    double[][] memory = SCRATCH.get().rows(results + Math.max(more, rows.count()), height * width);
    for (int k = 0; k < inputs.length; k++) {
      if (shapes[k] != RuleShape.WEIGHT) {
        RuleState.fill(
            memory[1 + k], RuleState.ofGroup(inputs[k], group), shapes[k], lane, width, height);
      }
    }
    for (int p = first; p < end; p += height) {
      int count = Math.min(height, end - p);
      for (int k = 0; k < inputs.length; k++) {
        if (shapes[k] == RuleShape.WEIGHT) {
          double[] block = input(k, weights, gradients);
          for (int row = 0; row < count; row++) {
            System.arraycopy(block, layout.row(p + row) + lane, memory[1 + k], row * width, width);
          }
        }
      }
      boolean interpreted = compute(code, memory, count * width);
      for (int k = 0; k < outputs.length; k++) {
        double[] target = outputs[k] == null ? gradients : outputs[k];
        double[] result = memory[interpreted ? rows.results()[k] : own + k];
        for (int row = 0; row < count; row++) {
          System.arraycopy(result, row * width, target, layout.row(p + row) + lane, width);
        }
      }
      for (int row = 0; add && row < count; row++) {
        int at = layout.row(p + row) + lane;
        for (int i = at; i < at + width; i++) {
          weights[i] += gradients[i];
        }
      }
    }
  }

  /** Whether the results are where the interpreter puts them and not where code does. */
  private boolean compute(ProgramCode code, double[][] memory, int n) {
    int own = 1 + inputs.length;
    if (code != null) {
      code.run(memory, numbers, 0, n);
      boolean doubtful = false;
      for (int k = 0; stage.code().chooses() && k < outputs.length; k++) {
        doubtful |=
            !LaneRows.areWithin(
                memory[own + k], 0, n, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      if (!doubtful) {
        return false;
      }
    }
    Step[] steps = rows.steps();
    for (int i = 0; i < steps.length; i++) {
      int uniform = uniformOfStep[i];
      double number = uniform < 0 ? steps[i].number() : uniforms[uniform][0];
      RuleState.execute(steps[i], number, memory, n);
    }
    return true;
  }
}
