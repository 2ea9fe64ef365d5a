package io.sluice.optimizers;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.util.List;

/** The memory of a block with one lane and one group of weights. */
record OneTrial(int parameters, int width, List<Hyperparameter> values) implements LaneMemory {

  @Override
  public int[] columns() {
    return new int[] {width};
  }

  @Override
  public BlockLayout layout() {
    return new BlockLayout(parameters, 1, 0);
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
  public double[] hyperparameter(String name) {
    return values.stream()
        .filter(each -> each.name().equals(name))
        .mapToDouble(Hyperparameter::value)
        .toArray();
  }
}
