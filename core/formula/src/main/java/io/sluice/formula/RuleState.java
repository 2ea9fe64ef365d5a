package io.sluice.formula;

import io.sluice.formula.RuleNodes.Kind;
import io.sluice.formula.RuleNodes.Leaf;
import io.sluice.formula.RulePlan.Reduce;
import io.sluice.formula.RulePlan.Stage;
import io.sluice.formula.Steps.Step;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rule at work on a block. */
final class RuleState implements GradientState {

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final BlockLayout layout;
  private final RulePlan plan;
  private final RuleNodes nodes;
  private final int[] groups;
  private final Map<Integer, double[][]> values = new HashMap<>();
  private final Map<Integer, double[][]> states = new HashMap<>();
  private final Work[] work;
  private final double[] moment;
  private final double[] step = new double[1];

  /**
   * What a move needs at hand: a reduction, a stage of weights, or another stage.
   *
   * @param inputs for each input its numbers, by groups; a single array where there are no groups,
   *     null for gradients and weights
   */
  private record Work(
      Stage stage,
      Reduce reduce,
      WeightStage weights,
      Rows rows,
      double[][][] inputs,
      double[][][] outputs) {}

  /**
   * The state of a block.
   *
   * @param names of the hyper-parameters
   * @param moment the name of the state that is the first moment, or null
   */
  RuleState(Rule rule, LaneMemory memory, List<String> names, String moment) {
    layout = memory.layout();
    nodes = rule.nodes();
    groups = memory.groups();
    double[][] hyperparameters = new double[names.size()][];
    boolean alike = true;
    for (int k = 0; k < hyperparameters.length; k++) {
      hyperparameters[k] = memory.hyperparameter(names.get(k));
      for (double value : hyperparameters[k]) {
        alike &= value == hyperparameters[k][0];
      }
    }
    plan = rule.plan(alike);
    for (int name : plan.states()) {
      states.put(name, state(plan.shapeOfState(name), memory));
    }
    this.moment = moment == null ? null : states.get(rule.names().parameters().indexOf(moment))[0];
    work = new Work[plan.moves().size()];
    for (int i = 0; i < work.length; i++) {
      Object move = plan.moves().get(i);
      if (move instanceof Stage) {
        work[i] = work((Stage) move, hyperparameters);
      } else {
        Reduce reduce = (Reduce) move;
        values.put(reduce.result(), room(reduce.all() ? RuleShape.LANE : RuleShape.GROUP));
        double[][][] operand = {value(reduce.node(), hyperparameters)};
        work[i] = new Work(null, reduce, null, null, operand, null);
      }
    }
  }

  private double[][] state(RuleShape shape, LaneMemory memory) {
    switch (shape) {
      case WEIGHT:
        return new double[][] {memory.block()};
      case GROUP:
        double[][] rows = new double[groups.length - 1][];
        for (int group = 0; group < rows.length; group++) {
          rows[group] = memory.perLane();
        }
        return rows;
      case LANE:
        return new double[][] {memory.perLane()};
      default:
        return room(shape);
    }
  }

  private double[][] room(RuleShape shape) {
    switch (shape) {
      case WEIGHT:
        return new double[][] {layout.newBlock()};
      case GROUP:
        return new double[groups.length - 1][layout.stride()];
      case LANE:
        return new double[1][layout.stride()];
      default:
        return new double[1][1];
    }
  }

  private Work work(Stage stage, double[][] hyperparameters) {
    double[][][] inputs = new double[stage.inputs().size()][][];
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] = value(stage.inputs().get(k), hyperparameters);
    }
    double[][][] outputs = new double[stage.outputs().size()][][];
    int temporary = outputs.length - stage.targets().length;
    for (int k = 0; k < outputs.length; k++) {
      if (k < temporary) {
        outputs[k] = room(stage.shape());
        values.put(stage.outputs().get(k), outputs[k]);
      } else if (stage.targets()[k - temporary] >= 0) {
        outputs[k] =
            stage.shape() == RuleShape.WEIGHT
                ? states.get(stage.targets()[k - temporary])
                : room(stage.shape());
      }
    }
    if (stage.shape() != RuleShape.WEIGHT) {
      return new Work(stage, null, null, Rows.of(stage.steps()), inputs, outputs);
    }
    double[][] uniforms = new double[stage.uniforms().size()][];
    for (int k = 0; k < uniforms.length; k++) {
      uniforms[k] = value(stage.uniforms().get(k), hyperparameters)[0];
    }
    double[][] blocks = new double[outputs.length][];
    for (int k = 0; k < blocks.length; k++) {
      blocks[k] = outputs[k] == null ? null : outputs[k][0];
    }
    WeightStage weights =
        new WeightStage(stage, plan, nodes, layout, groups, inputs, uniforms, blocks);
    return new Work(stage, null, weights, null, null, null);
  }

  /** Where the numbers of a node are; null for gradients and weights. */
  private double[][] value(int node, double[][] hyperparameters) {
    Leaf leaf = nodes.leafAt(node);
    if (leaf == null || leaf.kind() == Kind.SUM || leaf.kind() == Kind.LARGEST) {
      return values.get(node);
    }
    switch (leaf.kind()) {
      case GRADIENT, WEIGHT:
        return null;
      case STEP:
        return new double[][] {step};
      case STATE:
        return states.get(leaf.of());
      case COUNT:
        return counts(leaf.all());
      default:
        return new double[][] {hyperparameters[leaf.of()]};
    }
  }

  private double[][] counts(boolean all) {
    if (all) {
      return new double[][] {{layout.parameters()}};
    }
    double[][] counts = room(RuleShape.GROUP);
    for (int group = 0; group < counts.length; group++) {
      Arrays.fill(counts[group], groups[group + 1] - groups[group]);
    }
    return counts;
  }

  @Override
  public void update(int number, int lanes, double[] weights, double[] gradients) {
    update(number, lanes, weights, gradients, false);
  }

  @Override
  public boolean updateWeights(int number, int lanes, double[] weights, double[] gradients) {
    update(number, lanes, weights, gradients, true);
    return true;
  }

  private void update(int number, int lanes, double[] weights, double[] gradients, boolean add) {
    step[0] = number;
    for (Work each : work) {
      if (each.reduce() != null) {
        reduce(each, lanes, weights, gradients);
      } else if (each.weights() != null) {
        each.weights().run(lanes, weights, gradients, add && makesUpdate(each.stage()));
      } else {
        runFew(each, lanes);
      }
    }
    for (Work each : work) {
      store(each);
    }
  }

  @Override
  public void flip(int parameter, int lane) {
    if (moment != null) {
      int i = layout.row(parameter) + lane;
      moment[i] = -moment[i];
    }
  }

  private double[] block(int node, double[][] value, double[] weights, double[] gradients) {
    if (value != null) {
      return value[0];
    }
    return nodes.leafAt(node).kind() == Kind.WEIGHT ? weights : gradients;
  }

  private void reduce(Work each, int lanes, double[] weights, double[] gradients) {
    Reduce reduce = each.reduce();
    double[] block = block(reduce.node(), each.inputs()[0], weights, gradients);
    double[][] results = values.get(reduce.result());
    for (int group = 0; group < results.length; group++) {
      int first = reduce.all() ? 0 : groups[group];
      int end = reduce.all() ? layout.parameters() : groups[group + 1];
      double[] result = results[group];
      Arrays.fill(result, 0, lanes, 0);
      for (int p = first; p < end; p++) {
        int row = layout.row(p);
        if (reduce.largest()) {
          for (int lane = 0; lane < lanes; lane++) {
            result[lane] = Math.max(result[lane], block[row + lane]);
          }
        } else {
          for (int lane = 0; lane < lanes; lane++) {
            result[lane] += block[row + lane];
          }
        }
      }
    }
  }

  /** Computes what is one for the block, for a lane or for a group. */
  private void runFew(Work each, int lanes) {
    RuleShape shape = each.stage().shape();
    int count = shape == RuleShape.GROUP ? groups.length - 1 : 1;
    int width = shape == RuleShape.ONE ? 1 : lanes;
    double[][] memory = memory(each, width);
    for (int group = 0; group < count; group++) {
      for (int k = 0; k < each.inputs().length; k++) {
        double[] row = ofGroup(each.inputs()[k], group);
        fill(memory[1 + k], row, plan.shape(each.stage().inputs().get(k)), 0, width, 1);
      }
      for (Step step : each.rows().steps()) {
        if (!power(step, memory, width)) {
          execute(step, step.number(), memory, width);
        }
      }
      for (int k = 0; k < each.outputs().length; k++) {
        System.arraycopy(memory[each.rows().results()[k]], 0, each.outputs()[k][group], 0, width);
      }
    }
  }

  static double[] ofGroup(double[][] value, int group) {
    return value.length == 1 ? value[0] : value[group];
  }

  /** Repeats the numbers of lanes, or the one number, over some rows of weights. */
  static void fill(
      double[] target, double[] source, RuleShape shape, int from, int width, int rows) {
    if (shape == RuleShape.ONE) {
      Arrays.fill(target, 0, width * rows, source[0]);
    } else {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(source, from, target, row * width, width);
      }
    }
  }

  /** Whether it is the last one, whose last result is the update. */
  private static boolean makesUpdate(Stage stage) {
    int[] targets = stage.targets();
    return targets.length > 0 && targets[targets.length - 1] < 0;
  }

  private static double[][] memory(Work each, int length) {
    return SCRATCH.get().rows(each.rows().count(), length);
  }

  static void execute(Step step, double number, double[][] memory, int n) {
    Loops.run(
        step.operation(),
        memory[step.u()],
        memory[step.v()],
        memory[step.w()],
        memory[step.result()],
        memory[step.second()],
        number,
        0,
        n);
  }

  /**
   * Powers of what is one for many weights are those of {@link StrictMath}, which are nearer to the
   * true ones: small errors of such as 1 - beta^t grow where large terms cancel.
   */
  private static boolean power(Step step, double[][] memory, int n) {
    boolean isPower = step.operation() == Operation.POWER;
    if (!isPower && step.operation() != Operation.POWER_NUMBER) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      double exponent = isPower ? memory[step.v()][i] : step.number();
      memory[step.result()][i] = StrictMath.pow(memory[step.u()][i], exponent);
    }
    return true;
  }

  /** States that are not of weights change when all is done. */
  private void store(Work each) {
    Stage stage = each.stage();
    if (stage == null || each.weights() != null) {
      return;
    }
    int temporary = each.outputs().length - stage.targets().length;
    for (int k = temporary; k < each.outputs().length; k++) {
      double[][] target = states.get(stage.targets()[k - temporary]);
      for (int group = 0; group < target.length; group++) {
        double[] made = each.outputs()[k][group];
        System.arraycopy(made, 0, target[group], 0, made.length);
      }
    }
  }
}
