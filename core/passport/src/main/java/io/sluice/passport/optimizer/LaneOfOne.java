package io.sluice.passport.optimizer;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The memory of a block with one lane, which knows what it handed out. */
final class LaneOfOne implements LaneMemory {

  private final GradientOptimizer optimizer;
  private final BlockLayout layout;
  private final int columns;
  private final List<double[]> blocks = new ArrayList<>();
  private final List<double[]> numbers = new ArrayList<>();

  LaneOfOne(GradientOptimizer optimizer, int parameters) {
    this(optimizer, parameters, 1);
  }

  /** The memory of a matrix with so many columns, row by row. */
  LaneOfOne(GradientOptimizer optimizer, int parameters, int columns) {
    this.optimizer = optimizer;
    this.columns = columns;
    layout = new BlockLayout(parameters, 1, 0);
  }

  /** The numbers of each parameter as they are now. */
  List<double[]> blocks() {
    return copies(blocks);
  }

  /** The numbers of the trial as they are now, its hyper-parameters left out. */
  List<double[]> numbers() {
    return copies(numbers);
  }

  private static List<double[]> copies(List<double[]> arrays) {
    return arrays.stream().map(double[]::clone).toList();
  }

  /** How many of these arrays are others now. */
  static long changed(List<double[]> before, List<double[]> after) {
    long changed = 0;
    for (int i = 0; i < before.size(); i++) {
      changed += Arrays.equals(before.get(i), after.get(i)) ? 0 : 1;
    }
    return changed;
  }

  @Override
  public BlockLayout layout() {
    return layout;
  }

  @Override
  public int[] columns() {
    return new int[] {columns};
  }

  @Override
  public double[] block() {
    double[] block = layout.newBlock();
    blocks.add(block);
    return block;
  }

  @Override
  public double[] perLane() {
    double[] number = new double[1];
    numbers.add(number);
    return number;
  }

  @Override
  public double[] hyperparameter(String name) {
    for (Hyperparameter each : optimizer.hyperparameters()) {
      if (each.name().equals(name)) {
        return new double[] {each.value()};
      }
    }
    throw new IllegalArgumentException(
        optimizer.id() + " declares no hyper-parameter \"" + name + "\"");
  }
}
