package io.sluice.optimizers.matrix;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.util.Arrays;

/** The memory of a matrix of two rows and three columns, and of two biases, at equal values. */
record TwoGroups(GradientOptimizer optimizer) implements LaneMemory {

  static final int LANES = 3;
  static final int WEIGHTS = 8;

  @Override
  public BlockLayout layout() {
    return new BlockLayout(WEIGHTS, LANES, 0);
  }

  @Override
  public int[] groups() {
    return new int[] {0, 6, 8};
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
    return new double[layout().stride()];
  }

  @Override
  public double[] hyperparameter(String name) {
    double[] row = perLane();
    for (Hyperparameter each : optimizer.hyperparameters()) {
      if (each.name().equals(name)) {
        Arrays.fill(row, each.value());
      }
    }
    return row;
  }
}
