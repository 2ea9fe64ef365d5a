package io.sluice.engine.study;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.text.NumberText;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * How training with a gradient proceeds: four factors of a study, and what ends all its trials.
 * Populations are not affected.
 *
 * @param batches over which rows gradients are taken
 * @param schedules how updates grow and shrink while time passes
 * @param clippings how large a gradient may be
 * @param weightDecays what pulls weights towards 0
 * @param divergence the loss above which a trial has diverged; positive infinity for none
 * @param patience how long the monitored loss may stand still before a trial ends
 * @param monitor the loss that patience and schedules look at: {@link Metric#LOSS} or {@link
 *     Metric#VALIDATION_LOSS}
 */
public record TrainingSpec(
    List<Batches> batches,
    List<Schedule> schedules,
    List<Clipping> clippings,
    List<WeightDecay> weightDecays,
    double divergence,
    Patience patience,
    Metric monitor) {

  /** Full batches at a constant rate, and nothing else. */
  public static final TrainingSpec PRESET =
      new TrainingSpec(
          List.of(Batches.FULL),
          List.of(Schedule.CONSTANT),
          List.of(Clipping.NONE),
          List.of(WeightDecay.NONE),
          Double.POSITIVE_INFINITY);

  public TrainingSpec {
    batches = distinct("batches", batches);
    schedules = distinct("schedules", schedules);
    clippings = distinct("clipping", clippings);
    weightDecays = distinct("weight-decay", weightDecays);
    if (!(divergence > 0)) {
      throw new IllegalArgumentException(
          "the loss above which a trial has diverged lies above 0 and is not "
              + NumberText.of(divergence));
    }
    Objects.requireNonNull(patience, "patience");
    if (monitor != Metric.LOSS && monitor != Metric.VALIDATION_LOSS) {
      throw new IllegalArgumentException(
          "what is monitored is loss or validation-loss, not " + monitor.id());
    }
  }

  /** No trial ends because its loss stands still. */
  public TrainingSpec(
      List<Batches> batches,
      List<Schedule> schedules,
      List<Clipping> clippings,
      List<WeightDecay> weightDecays,
      double divergence) {
    this(batches, schedules, clippings, weightDecays, divergence, Patience.NONE, Metric.LOSS);
  }

  /** Whether anything depends on how the monitored loss falls. */
  public boolean monitors() {
    return patience.ends() || schedules.stream().anyMatch(s -> s.patience().ends());
  }

  /** How many ways of training there are. */
  public double combinations() {
    return (double) batches.size() * schedules.size() * clippings.size() * weightDecays.size();
  }

  private static <T> List<T> distinct(String key, List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(key + " must name at least one");
    }
    if (new HashSet<>(list).size() < list.size()) {
      throw new IllegalArgumentException(key + " names one of them twice");
    }
    return List.copyOf(list);
  }
}
