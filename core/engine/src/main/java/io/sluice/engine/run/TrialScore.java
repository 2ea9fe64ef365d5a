package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Metric;
import java.util.List;

/** The metrics of a trial that are computed from its weights. */
final class TrialScore {

  private final DataScore training;
  private final DataScore validation;

  /** The score of a task; only what the metrics need is computed. */
  TrialScore(Task.Fit task, List<Metric> metrics) {
    training =
        metrics.contains(Metric.ACCURACY) || metrics.contains(Metric.R2)
            ? new DataScore(task, task.data())
            : null;
    validation =
        metrics.stream().anyMatch(Metric::isOfValidation)
            ? new DataScore(task, task.validation())
            : null;
  }

  void compute(double[] weights) {
    if (training != null) {
      training.compute(weights);
    }
    if (validation != null) {
      validation.compute(weights);
    }
  }

  double value(Metric metric) {
    switch (metric) {
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
      default:
        throw new IllegalArgumentException(metric.id() + " is not computed from weights");
    }
  }
}
