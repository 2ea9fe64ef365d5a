package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The memory of a block of trials, whose lanes can be moved as the engine moves them. */
final class TrialMemory implements LaneMemory {

  private final BlockLayout layout;
  private final List<Map<String, Double>> settings;
  private final List<double[]> blocks = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private final List<long[]> keys = new ArrayList<>();
  private final int[] numbers;

  /**
   * @param settings the hyper-parameters of each lane
   * @param numbers those of the trials, from which their random numbers come
   */
  TrialMemory(BlockLayout layout, List<Map<String, Double>> settings, int... numbers) {
    this.numbers = numbers.clone();
    this.layout = layout;
    this.settings = settings;
  }

  @Override
  public BlockLayout layout() {
    return layout;
  }

  @Override
  public double[] block() {
    blocks.add(layout.newBlock());
    return blocks.get(blocks.size() - 1);
  }

  @Override
  public double[] perLane() {
    rows.add(new double[layout.stride()]);
    return rows.get(rows.size() - 1);
  }

  @Override
  public long[] randomKeys() {
    long[] row = Arrays.stream(numbers).mapToLong(RandomStream::key).toArray();
    keys.add(row);
    return row;
  }

  @Override
  public double[] hyperparameter(String name) {
    double[] row = perLane();
    for (int lane = 0; lane < row.length; lane++) {
      Double value = settings.get(lane).get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "it declares no hyper-parameter \"" + name + "\", only " + settings.get(lane).keySet());
      }
      row[lane] = value;
    }
    return row;
  }

  /** Copies everything of one lane over another. */
  void move(int from, int to) {
    blocks.forEach(block -> move(layout, block, from, to));
    rows.forEach(row -> row[to] = row[from]);
    keys.forEach(row -> row[to] = row[from]);
  }

  static void move(BlockLayout layout, double[] block, int from, int to) {
    for (int p = 0; p < layout.parameters(); p++) {
      block[layout.row(p) + to] = block[layout.row(p) + from];
    }
  }
}
