package io.sluice.engine.study;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.text.NumberText;
import java.util.HashSet;
import java.util.List;

/**
 * How training with a gradient proceeds: four factors of a study and a limit for all its trials.
 * Populations are not affected.
 *
 * @param batches over which rows gradients are taken
 * @param schedules how updates grow and shrink while time passes
 * @param clippings how large a gradient may be
 * @param weightDecays what pulls weights towards 0
 * @param divergence the loss above which a trial has diverged; positive infinity for none
 */
public record TrainingSpec(
    List<Batches> batches,
    List<Schedule> schedules,
    List<Clipping> clippings,
    List<WeightDecay> weightDecays,
    double divergence) {

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
