package io.sluice.engine.plan;

import io.sluice.engine.study.Metric;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.List;

/** Refuses ways of training that have a meaning in no cell of a study. */
final class TrainingCheck {

  private TrainingCheck() {}

  static void check(StudySpec spec, List<StudyPlan.Kind> cells, List<Complaint> complaints) {
    List<TrialSetup> setups =
        cells.stream()
            .map(StudyPlan.Kind::first)
            .filter(setup -> !(setup.optimizer() instanceof PopulationOptimizer))
            .toList();
    boolean gradients =
        setups.stream().anyMatch(setup -> setup.optimizer() instanceof GradientOptimizer);
    boolean batches =
        setups.stream()
            .anyMatch(setup -> setup.task() instanceof Task.Fit || setup.pace().rows() > 1);
    TrainingSpec training = spec.training();
    TrainingSpec preset = TrainingSpec.PRESET;
    checkMonitor(training, !setups.isEmpty(), setups, complaints);
    if (!batches) {
      refuse("batches", training.batches(), preset.batches(), "that fits data", complaints);
    }
    if (!gradients) {
      refuse("schedules", training.schedules(), preset.schedules(), "", complaints);
      refuse("clipping", training.clippings(), preset.clippings(), "", complaints);
      refuse("weight-decay", training.weightDecays(), preset.weightDecays(), "", complaints);
    }
  }

  private static void checkMonitor(
      TrainingSpec training,
      boolean gradients,
      List<TrialSetup> setups,
      List<Complaint> complaints) {
    if (training.patience().ends() && !gradients) {
      complaints.add(
          new Complaint(
              "stop.patience",
              "patience has no meaning here: there is no optimizer with a gradient"));
    }
    if (training.monitor() == Metric.LOSS) {
      return;
    }
    if (!training.monitors()) {
      complaints.add(
          new Complaint(
              "monitor",
              "monitor has no meaning here: there is neither patience, stop: {patience: 10}, nor"
                  + " the schedule reduce-on-plateau"));
    } else if (setups.stream().noneMatch(setup -> setup.has(Metric.VALIDATION_LOSS))) {
      complaints.add(
          new Complaint("monitor", "validation-loss needs the key validation, such as 0.25"));
    }
  }

  private static void refuse(
      String key, List<?> levels, List<?> preset, String which, List<Complaint> complaints) {
    if (!levels.equals(preset)) {
      complaints.add(
          new Complaint(
              key,
              (key
                      + (key.endsWith("s") ? " have" : " has")
                      + " no meaning here: there is no optimizer with a gradient "
                      + which)
                  .strip()));
    }
  }
}
