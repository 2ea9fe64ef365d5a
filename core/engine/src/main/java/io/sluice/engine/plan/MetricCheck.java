package io.sluice.engine.plan;

import io.sluice.engine.probe.Probe;
import io.sluice.engine.probe.Probes;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.StudySpec;
import java.util.List;

/** Refuses metrics and validation rows that have a meaning in no cell of a study. */
final class MetricCheck {

  /** There is one wherever there are rows. */
  private static final Metric VALIDATION = Metric.VALIDATION_LOSS;

  private MetricCheck() {}

  static void check(StudySpec spec, List<StudyPlan.Kind> cells, List<Complaint> complaints) {
    if (spec.validation().keepsRows()
        && cells.stream().noneMatch(cell -> cell.first().task() instanceof Task.Fit)) {
      complaints.add(new Complaint("validation", "no problem has rows to keep from training"));
    }
    for (int i = 0; i < spec.metrics().size(); i++) {
      Metric metric = spec.metrics().get(i);
      String path = "metrics[" + i + "]";
      if (metric.isOfValidation()
          && cells.stream().noneMatch(cell -> cell.first().has(VALIDATION))) {
        complaints.add(
            new Complaint(path, metric.id() + " needs the key validation, such as 0.25"));
      } else if (cells.stream().noneMatch(cell -> cell.first().has(metric))) {
        complaints.add(new Complaint(path, metric.id() + " has no meaning here: " + why(metric)));
      }
    }
  }

  private static String why(Metric metric) {
    switch (metric) {
      case ACCURACY:
      case VALIDATION_ACCURACY:
        return "no problem has targets that are classes";
      case R2:
      case VALIDATION_R2:
      case SUP_ERROR:
      case VALIDATION_SUP_ERROR:
        return "it is for problems with data and losses other than cross-entropies";
      case SATURATED:
      case DEAD:
      case SLOPE_MEAN:
        return "no network has a layer with an activation";
      case UPDATE_RATIO:
        return "it is for networks trained by an optimizer with a gradient";
      case GRADIENT_COSINE:
        return "it is for optimizers with a gradient";
      case DEPTH_RATIO:
        return "no network has two layers with parameters";
      case AT_BOUND:
        return "no cell has bounds";
      case BOUND_CONTACTS:
        return "no cell has bounds and a weight policy other than none";
      default:
        return Probes.of(metric).map(Probe::otherwise).orElse("no problem has data");
    }
  }
}
