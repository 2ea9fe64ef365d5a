package io.sluice.engine.plan;

import io.sluice.engine.problem.Problem;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Cell;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The levels of a cell, one of each factor; while cells are planned, of the first ones only. */
final class CellPath {

  private final Level<?>[] levels = new Level<?>[StudyFactor.IN_ORDER.size()];

  void set(StudyFactor factor, Level<?> level) {
    levels[factor.ordinal()] = level;
  }

  Level<?> level(StudyFactor factor) {
    return levels[factor.ordinal()];
  }

  String label(StudyFactor factor) {
    return level(factor).label();
  }

  @SuppressWarnings("unchecked")
  private <T> T value(StudyFactor factor) {
    return (T)
        level(factor).value(); // Each factor has levels of one type, which is asked for here.
  }

  Resolved<Problem> problem() {
    return value(StudyFactor.PROBLEM);
  }

  /** The fold that is kept from training, from 0 on, if there are folds. */
  int fold() {
    return this.<Integer>value(StudyFactor.FOLD);
  }

  /** Null before a function. */
  PlannedNetwork network() {
    return value(StudyFactor.NETWORK);
  }

  SizedTask task() {
    return value(StudyFactor.ACTIVATION);
  }

  WeightRanges.Begin start() {
    return value(StudyFactor.INITIAL_WEIGHTS);
  }

  WeightRanges.Bounds bounds() {
    return value(StudyFactor.BOUNDS);
  }

  Optimizer optimizer() {
    return value(StudyFactor.OPTIMIZER);
  }

  /** Whether gradients become updates, which a schedule, limits and decay can change. */
  boolean hasGradient() {
    return optimizer() instanceof GradientOptimizer;
  }

  /** Whether weights are moved, batch by batch, or else a box is searched. */
  boolean movesWeights() {
    return !(optimizer() instanceof PopulationOptimizer);
  }

  WeightPolicy policy() {
    return value(StudyFactor.WEIGHT_POLICY);
  }

  Training training(TrainingSpec spec) {
    Batches batches = value(StudyFactor.BATCHES);
    Schedule schedule = value(StudyFactor.SCHEDULE);
    Clipping clipping = value(StudyFactor.CLIPPING);
    WeightDecay weightDecay = value(StudyFactor.WEIGHT_DECAY);
    boolean patient = spec.patience().ends() || schedule.patience().ends();
    boolean watches =
        patient
            && movesWeights()
            && spec.monitor() == Metric.VALIDATION_LOSS
            && task().validated() > 0;
    return new Training(batches, schedule, clipping, weightDecay, watches);
  }

  /** What tells its data apart; empty of a function. */
  byte[] digest() {
    return network() == null ? new byte[0] : network().digest();
  }

  /** Its labels but those that are presets. */
  @Override
  public String toString() {
    return StudyFactor.COLUMNS.stream()
        .filter(factor -> !label(factor).equals(factor.factor().preset()))
        .filter(factor -> !label(factor).isEmpty())
        .map(this::label)
        .collect(Collectors.joining(", "));
  }

  /** The cell with all these levels. */
  Cell cell(int index) {
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, Double> values = new LinkedHashMap<>();
    for (StudyFactor factor : StudyFactor.COLUMNS) {
      if (!label(factor).isEmpty()) {
        labels.put(factor.factor().name(), label(factor));
      }
      values.putAll(level(factor).hyperparameters());
    }
    return new Cell(index, labels, values);
  }
}
