package io.sluice.engine.run;

import io.sluice.engine.network.Network;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.spi.BlockLayout;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The metrics of a block of trials that are computed from their weights, for all lanes at once and
 * only those that are asked for. Nothing here has an influence on training.
 */
final class BlockScore {

  private final BlockMemory memory;
  private final List<TrialRecord> records;
  private final boolean isNeeded;
  private final Network trained;
  private final Network kept;
  private final DataScore training;
  private final DataScore validation;
  private final LayerScore layers;
  private final ProbeScore probes;
  private double[] weights;
  private long step = -1;

  /**
   * The score of a block, nothing computed yet.
   *
   * @param memory moves what belongs to a lane together with the lane
   * @param records the trial of each lane, kept up to date by the owner
   */
  BlockScore(BlockMemory memory, List<TrialRecord> records) {
    this.memory = memory;
    this.records = records;
    isNeeded = needs(Metric::needsWeights);
    boolean gradients = needs(Metric::needsGradient);
    boolean slopes = gradients || needs(Metric::isOfSlopes);
    boolean outputs = needs(Metric::isOfTrainingRows);
    trained = slopes || outputs ? network(Task.Fit::data) : null;
    kept = needs(Metric::isOfValidation) ? network(Task.Fit::validation) : null;
    TrialSetup first = records.get(0).setup();
    training = outputs ? new DataScore((Task.Fit) first.task(), trained, memory) : null;
    validation = kept == null ? null : new DataScore((Task.Fit) first.task(), kept, memory);
    layers = slopes ? new LayerScore((Task.Fit) first.task(), trained, memory, gradients) : null;
    probes = new ProbeScore(memory.layout(), records);
    for (int lane = 0; lane < records.size(); lane++) {
      bind(lane);
    }
  }

  /** Whether a metric is asked for that is computed from weights. */
  boolean isNeeded() {
    return isNeeded;
  }

  private boolean needs(Predicate<Metric> metric) {
    return records.stream().anyMatch(record -> record.measuresAny(metric));
  }

  private Network network(Function<Task.Fit, Dataset> examples) {
    Task.Fit task = (Task.Fit) records.get(0).setup().task();
    return new Network(task.network(), examples.apply(task), records.size());
  }

  /** Says that another trial has taken the lane. */
  void bind(int lane) {
    TrialRecord record = records.get(lane);
    probes.bind(lane);
    if (trained != null) {
      bind(lane, record, trained, training, Task.Fit::data);
    }
    if (kept != null) {
      bind(lane, record, kept, validation, Task.Fit::validation);
    }
  }

  private static void bind(
      int lane,
      TrialRecord record,
      Network network,
      DataScore score,
      Function<Task.Fit, Dataset> examples) {
    Task.Fit task = (Task.Fit) record.setup().task();
    network.bind(lane, examples.apply(task));
    if (network.isPartlyFrozen()) {
      network.freeze(lane, record.startWeights());
    }
    if (score != null) {
      score.bind(lane, task.accuracy(), examples.apply(task));
    }
  }

  /**
   * Looks at the weights of the lanes in use, unless it has done so at this step.
   *
   * @param block the weights, laid out as the memory of the block is
   */
  void compute(long atStep, double[] block, int lanes) {
    weights = block;
    if (step == atStep) {
      return;
    }
    step = atStep;
    probes.forget();
    if (training != null) {
      training.compute(block, lanes);
    }
    if (validation != null) {
      validation.compute(block, lanes);
    }
    if (layers != null) {
      layers.compute(block, lanes);
    }
  }

  /** What a reading gives in a lane. */
  double value(Reading reading, int lane) {
    switch (reading.metric()) {
      case ACCURACY:
        return training.accuracy(lane);
      case R2:
        return training.r2(lane);
      case SUP_ERROR:
        return training.supError(lane);
      case VALIDATION_SUP_ERROR:
        return validation.supError(lane);
      case VALIDATION_LOSS:
        return validation.loss(lane);
      case VALIDATION_ACCURACY:
        return validation.accuracy(lane);
      case VALIDATION_R2:
        return validation.r2(lane);
      case SATURATED:
        return layers.saturated(reading.layer(), lane);
      case DEAD:
        return layers.dead(reading.layer(), lane);
      case SLOPE_MEAN:
        return layers.slopeMean(reading.layer(), lane);
      case GRADIENT_NORM:
        return layers.gradientNorm(reading.layer(), lane);
      case DEPTH_RATIO:
        return layers.depthRatio(lane);
      case AT_BOUND:
        return atBound(lane);
      default:
        return probes.value(reading, weights, lane);
    }
  }

  /** The share of parameters at a bound or beyond. */
  private double atBound(int lane) {
    TrialSetup setup = records.get(lane).setup();
    BlockLayout layout = memory.layout();
    int count = 0;
    for (int p = 0; p < layout.parameters(); p++) {
      double weight = weights[layout.row(p) + lane];
      count += weight <= setup.lower(p) || weight >= setup.upper(p) ? 1 : 0;
    }
    return (double) count / layout.parameters();
  }
}
