package io.sluice.engine.plan;

import io.sluice.engine.study.TrainingSpec;
import java.util.AbstractList;
import java.util.RandomAccess;

/** The cells of a study in order, each made anew whenever it is asked for. */
final class StudyCells extends AbstractList<TrialSetup> implements RandomAccess {

  private final TrainingSpec training;
  private final CellTree tree;
  private final TrialKeys keys;

  StudyCells(TrainingSpec training, CellTree tree, TrialKeys keys) {
    this.training = training;
    this.tree = tree;
    this.keys = keys;
  }

  @Override
  public TrialSetup get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("cell " + index + " of " + size());
    }
    return new TrialSetup(index, tree.get(index), training, keys);
  }

  @Override
  public int size() {
    return tree.size();
  }

  CellTree tree() {
    return tree;
  }
}
