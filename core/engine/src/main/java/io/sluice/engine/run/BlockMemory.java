package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/** The arrays of one block of gradient trials, with their lanes moved together. */
final class BlockMemory implements LaneMemory {

  private final BlockLayout layout;
  private final List<TrialSetup> setups;
  private final IntToLongFunction randomKey;
  private final List<double[]> blocks = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private final List<long[]> keys = new ArrayList<>();
  private final List<LaneMove> others = new ArrayList<>();

  /** What else happens when a lane moves. */
  @FunctionalInterface
  interface LaneMove {
    /** The lane {@code to} becomes what the lane {@code from} is. */
    void move(int from, int to);
  }

  /** Memory for one lane a setup, in which nobody asks for random numbers. */
  BlockMemory(int parameters, List<TrialSetup> setups) {
    this(parameters, setups, RandomStream::key);
  }

  /**
   * Memory for one lane a setup.
   *
   * @param setups the cell of each lane
   * @param randomKey the key of a lane's random numbers
   */
  BlockMemory(int parameters, List<TrialSetup> setups, IntToLongFunction randomKey) {
    this.randomKey = randomKey;
    this.layout = new BlockLayout(parameters, setups.size(), 0);
    this.setups = setups;
  }

  @Override
  public BlockLayout layout() {
    return layout;
  }

  @Override
  public int[] groups() {
    return setups.get(0).task().groups();
  }

  @Override
  public int[] columns() {
    return setups.get(0).task().columns();
  }

  @Override
  public double[] block() {
    double[] block = layout.newBlock();
    blocks.add(block);
    return block;
  }

  @Override
  public double[] perLane() {
    double[] row = new double[layout.stride()];
    rows.add(row);
    return row;
  }

  @Override
  public long[] randomKeys() {
    long[] row = new long[layout.stride()];
    Arrays.setAll(row, randomKey);
    keys.add(row);
    return row;
  }

  @Override
  public double[] hyperparameter(String name) {
    double[] row = perLane();
    TrialSetup cell = null;
    double value = Double.NaN;
    for (int lane = 0; lane < row.length; lane++) {
      if (setups.get(lane) != cell) {
        cell = setups.get(lane);
        value = value(cell, name);
      }
      row[lane] = value;
    }
    return row;
  }

  private static double value(TrialSetup setup, String name) {
    for (Hyperparameter hyperparameter : setup.hyperparameters()) {
      if (hyperparameter.name().equals(name)) {
        return hyperparameter.value();
      }
    }
    throw new IllegalArgumentException(
        setup.optimizer().id() + " declares no hyper-parameter \"" + name + "\"");
  }

  /** Has lanes take along what is not in an array of this memory. */
  void alsoMove(LaneMove other) {
    others.add(other);
  }

  /** Copies everything of one lane over another. */
  void move(int from, int to) {
    for (double[] block : blocks) {
      for (int parameter = 0; parameter < layout.parameters(); parameter++) {
        int row = layout.row(parameter);
        block[row + to] = block[row + from];
      }
    }
    for (double[] row : rows) {
      row[to] = row[from];
    }
    for (long[] row : keys) {
      row[to] = row[from];
    }
    for (LaneMove other : others) {
      other.move(from, to);
    }
  }
}
