package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Metric;
import java.util.List;
import java.util.function.Predicate;

/** The metrics of a trial that are computed from its weights. */
final class TrialScore {

  private final TrialSetup setup;
  private final DataScore training;
  private final DataScore validation;
  private final LayerScore layers;
  private final int[] index;
  private double[] weights;

  /** The score of a cell's trial; only what the readings need is computed. */
  TrialScore(TrialSetup setup, List<Reading> readings) {
    this.setup = setup;
    Task task = setup.task();
    index = task.indexOfParameter();
    training =
        needs(readings, metric -> metric == Metric.ACCURACY || metric == Metric.R2)
            ? new DataScore((Task.Fit) task, ((Task.Fit) task).data())
            : null;
    validation =
        needs(readings, Metric::isOfValidation)
            ? new DataScore((Task.Fit) task, ((Task.Fit) task).validation())
            : null;
    boolean gradients = needs(readings, metric -> metric == Metric.GRADIENT_NORM);
    layers =
        gradients || needs(readings, Metric::isOfSlopes)
            ? new LayerScore((Task.Fit) task, gradients)
            : null;
  }

  private static boolean needs(List<Reading> readings, Predicate<Metric> metric) {
    return readings.stream().map(Reading::metric).anyMatch(metric);
  }

  void compute(double[] ofTrial) {
    weights = ofTrial;
    if (training != null) {
      training.compute(ofTrial);
    }
    if (validation != null) {
      validation.compute(ofTrial);
    }
    if (layers != null) {
      layers.compute(ofTrial);
    }
  }

  double value(Reading reading) {
    switch (reading.metric()) {
      case ACCURACY:
        return training.accuracy();
      case R2:
        return training.r2();
      case VALIDATION_LOSS:
        return validation.loss();
      case VALIDATION_ACCURACY:
        return validation.accuracy();
      case VALIDATION_R2:
        return validation.r2();
      case SATURATED:
        return layers.saturated(reading.layer());
      case DEAD:
        return layers.dead(reading.layer());
      case SLOPE_MEAN:
        return layers.slopeMean(reading.layer());
      case GRADIENT_NORM:
        return layers.gradientNorm(reading.layer());
      case AT_BOUND:
        return atBound();
      default:
        throw new IllegalArgumentException(reading.name() + " is not computed from weights");
    }
  }

  /** The share of parameters at a bound or beyond. */
  private double atBound() {
    int count = 0;
    for (int p = 0; p < index.length; p++) {
      double weight = weights[index[p]];
      count += weight <= setup.lower(p) || weight >= setup.upper(p) ? 1 : 0;
    }
    return (double) count / index.length;
  }
}
