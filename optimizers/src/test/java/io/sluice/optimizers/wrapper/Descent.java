package io.sluice.optimizers.wrapper;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One trial of an optimizer that sees slopes, whose weights are two rows of three and a bias. */
final class Descent {

  static final int PARAMETERS = 7;

  /** The weights after each step; first those it starts from. */
  final double[][] steps;

  /** What the optimizer did in each step, from 1 on. */
  final double[][] updates;

  private Descent(double[][] steps, double[][] updates) {
    this.steps = steps;
    this.updates = updates;
  }

  /** The optimizer with other values of some hyper-parameters. */
  static GradientOptimizer with(GradientOptimizer optimizer, Map<String, Double> values) {
    Map<String, Double> all = new LinkedHashMap<>();
    optimizer.hyperparameters().forEach(each -> all.put(each.name(), each.value()));
    values.forEach(
        (name, value) -> {
          if (all.put(name, value) == null) {
            throw new IllegalArgumentException(optimizer.id() + " has no " + name);
          }
        });
    return optimizer.with(all);
  }

  /** Goes so many steps down a bowl with gradients that differ a little from step to step. */
  static Descent of(GradientOptimizer optimizer, int count) {
    return of(optimizer, count, 1, weights -> slopes(weights));
  }

  /**
   * The same with gradients of one's own.
   *
   * @param key of the random numbers
   */
  static Descent of(
      GradientOptimizer optimizer, int count, long key, UnaryOperator<double[]> slopes) {
    GradientState state = optimizer.start(new Memory(optimizer, key));
    double[][] steps = new double[count + 1][];
    double[][] updates = new double[count + 1][];
    double[] weights = {1, -2, 0.5, 3, -0.25, 0.75, -1};
    steps[0] = weights.clone();
    for (int step = 1; step <= count; step++) {
      double[] update = slopes.apply(weights);
      state.update(step, 1, weights, update);
      updates[step] = update;
      for (int p = 0; p < PARAMETERS; p++) {
        weights[p] += update[p];
      }
      steps[step] = weights.clone();
    }
    return new Descent(steps, updates);
  }

  double[] last() {
    return steps[steps.length - 1];
  }

  /** Of {@code Σ (p + 1) w² / 2}, with a ripple so that signs change. */
  static double[] slopes(double[] weights) {
    double[] slopes = new double[PARAMETERS];
    for (int p = 0; p < PARAMETERS; p++) {
      slopes[p] = (p + 1) * weights[p] + StrictMath.sin(20 * weights[p] + p);
    }
    return slopes;
  }

  /** The memory of one lane. */
  private record Memory(GradientOptimizer optimizer, long key) implements LaneMemory {

    @Override
    public BlockLayout layout() {
      return new BlockLayout(PARAMETERS, 1, 0);
    }

    @Override
    public int[] groups() {
      return new int[] {0, 6, PARAMETERS};
    }

    @Override
    public int[] columns() {
      return new int[] {3, 1};
    }

    @Override
    public double[] block() {
      return layout().newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[1];
    }

    @Override
    public long[] randomKeys() {
      return new long[] {RandomStream.key(key)};
    }

    @Override
    public double[] hyperparameter(String name) {
      double[] value =
          optimizer.hyperparameters().stream()
              .filter(each -> each.name().equals(name))
              .mapToDouble(Hyperparameter::value)
              .toArray();
      return Arrays.copyOf(value, 1);
    }
  }
}
