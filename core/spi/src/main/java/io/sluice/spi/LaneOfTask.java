package io.sluice.spi;

import java.util.Arrays;

/**
 * The memory of an optimizer that an oracle has inside: a block of one lane, which is never moved.
 *
 * @param task the oracle's
 * @param optimizer the copy inside, which has the trial's hyper-parameters
 */
record LaneOfTask(OracleTask task, GradientOptimizer optimizer) implements LaneMemory {

  @Override
  public BlockLayout layout() {
    return new BlockLayout(task.parameters(), 1, 0);
  }

  @Override
  public int[] groups() {
    return task.groups();
  }

  @Override
  public int[] columns() {
    return task.columns();
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
    return new long[] {task.random().nextLong()};
  }

  @Override
  public double[] hyperparameter(String name) {
    double[] value =
        optimizer.hyperparameters().stream()
            .filter(each -> each.name().equals(name))
            .mapToDouble(Hyperparameter::value)
            .toArray();
    if (value.length == 0) {
      throw PartOfMemory.undeclared(optimizer, name);
    }
    return Arrays.copyOf(value, 1);
  }
}
