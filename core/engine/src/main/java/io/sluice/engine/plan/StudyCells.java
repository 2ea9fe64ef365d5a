package io.sluice.engine.plan;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The cells of a study in order, each made anew whenever it is asked for. */
final class StudyCells extends AbstractList<TrialSetup> implements RandomAccess {

  private static final int MANY_PARAMETERS = 1_000_000;

  private final TrainingSpec training;
  private final CellTree tree;
  private final TrialKeys keys;
  private List<StudyPlan.Kind> kinds;

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

  /** The kinds of cells: those that differ in task, cost or what can be measured. */
  List<StudyPlan.Kind> kinds() {
    if (kinds == null) {
      kinds =
          tree.kinds(StudyCells::kind).stream()
              .map(kind -> new StudyPlan.Kind(get(kind.first()), kind.count()))
              .toList();
    }
    return kinds;
  }

  private static Object kind(StudyFactor factor, Level<?> level) {
    switch (factor) {
      case PROBLEM:
      case ACTIVATION:
        return level;
      case BOUNDS:
        return ((WeightRanges.Bounds) level.value()).arePresent();
      case OPTIMIZER:
        return level.value() instanceof PopulationOptimizer
            ? sizes((PopulationOptimizer) level.value())
            : level.value() instanceof OracleOptimizer
                ? ((OracleOptimizer) level.value()).questions()
                : 0;
      case SCHEDULE:
        return ((Schedule) level.value()).patience().ends();
      case WEIGHT_POLICY:
      case BATCHES:
        return level.value();
      default:
        return "";
    }
  }

  /** Rules of the number of parameters that agree at both ends are taken for one. */
  private static List<Integer> sizes(PopulationOptimizer optimizer) {
    return List.of(optimizer.populationSize(1), optimizer.populationSize(MANY_PARAMETERS));
  }

  CellTree tree() {
    return tree;
  }
}
