package io.sluice.engine.plan;

import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The ways of training that a study names, as far as they have a meaning in a cell. */
final class Trainings {

  private final List<Training> all;
  private final Consumer<String> notes;

  Trainings(TrainingSpec spec, Consumer<String> notes) {
    this.notes = notes;
    this.all = new ArrayList<>();
    boolean validation = spec.monitor() == Metric.VALIDATION_LOSS;
    for (Batches batches : spec.batches()) {
      for (var schedule : spec.schedules()) {
        for (var clipping : spec.clippings()) {
          for (var weightDecay : spec.weightDecays()) {
            boolean watches = validation && (spec.patience().ends() || schedule.patience().ends());
            all.add(new Training(batches, schedule, clipping, weightDecay, watches));
          }
        }
      }
    }
  }

  /** Those that differ for this optimizer and this task, at least one. */
  Set<Training> of(Optimizer optimizer, Task task, String problem) {
    if (!(optimizer instanceof GradientOptimizer)) {
      return Set.of(Training.PLAIN);
    }
    int rows = task instanceof Task.Fit ? ((Task.Fit) task).data().rows() : 0;
    boolean validated = rows > 0 && ((Task.Fit) task).validation() != null;
    Set<Training> different = new LinkedHashSet<>();
    for (Training one : all) {
      Training training = validated ? one : one.blind();
      different.add(training.batches().isFull(rows) ? training.full() : training);
      if (rows > 0 && training.batches().size() >= rows) {
        notes.accept(
            "batches of "
                + training.batches().size()
                + " are full batches on "
                + problem
                + ", which has "
                + rows
                + (rows == 1 ? " row" : " rows")
                + " to train with");
      }
    }
    return different;
  }

  /** Refuses what has a meaning in no cell. */
  static void check(StudySpec spec, List<TrialSetup> setups, List<Complaint> complaints) {
    boolean gradients = setups.stream().anyMatch(s -> s.optimizer() instanceof GradientOptimizer);
    boolean batches =
        setups.stream()
            .anyMatch(
                s -> s.optimizer() instanceof GradientOptimizer && s.task() instanceof Task.Fit);
    TrainingSpec training = spec.training();
    TrainingSpec preset = TrainingSpec.PRESET;
    checkMonitor(training, gradients, setups, complaints);
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
