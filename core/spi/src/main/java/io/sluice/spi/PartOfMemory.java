package io.sluice.spi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a wrapper, or the optimizer inside, sees of the memory of both: arrays of its own, and its
 * own hyper-parameters alone.
 *
 * @param memory of both
 * @param owner whose part it is
 * @param names what its hyper-parameters are called in the memory of both
 * @param level 0 outside, 1 inside, for random numbers of their own
 */
record PartOfMemory(LaneMemory memory, Component owner, Map<String, String> names, int level)
    implements LaneMemory {

  static PartOfMemory outside(LaneMemory memory, WrappedOptimizer whole) {
    Map<String, String> names = new LinkedHashMap<>();
    whole.wrapper().hyperparameters().forEach(each -> names.put(each.name(), each.name()));
    return new PartOfMemory(memory, whole.wrapper(), names, 0);
  }

  static PartOfMemory inside(LaneMemory memory, WrappedOptimizer whole) {
    return new PartOfMemory(memory, whole.inner(), whole.namesInside(), 1);
  }

  static IllegalArgumentException undeclared(Component owner, String name) {
    return new IllegalArgumentException(
        owner.id() + " declares no hyper-parameter \"" + name + "\"");
  }

  @Override
  public BlockLayout layout() {
    return memory.layout();
  }

  @Override
  public int[] groups() {
    return memory.groups();
  }

  @Override
  public int[] columns() {
    return memory.columns();
  }

  @Override
  public double[] block() {
    return memory.block();
  }

  @Override
  public double[] perLane() {
    return memory.perLane();
  }

  @Override
  public long[] randomKeys() {
    long[] keys = memory.randomKeys();
    for (int lane = 0; level > 0 && lane < keys.length; lane++) {
      keys[lane] = RandomStream.key(keys[lane], level);
    }
    return keys;
  }

  @Override
  public double[] hyperparameter(String name) {
    String there = names.get(name);
    if (there == null) {
      throw undeclared(owner, name);
    }
    return memory.hyperparameter(there);
  }
}
