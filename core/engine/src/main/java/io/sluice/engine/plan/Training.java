package io.sluice.engine.plan;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.WeightDecay;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the trials of one cell are trained. For a population it is {@link #PLAIN}.
 *
 * @param batches over which rows gradients are taken
 * @param schedule how updates grow and shrink
 * @param clipping how large a gradient may be
 * @param weightDecay what pulls weights towards 0
 * @param watches whether the loss of validation rows is monitored
 */
public record Training(
    Batches batches,
    Schedule schedule,
    Clipping clipping,
    WeightDecay weightDecay,
    boolean watches) {

  /** Nothing but the optimizer. */
  public static final Training PLAIN =
      new Training(Batches.FULL, Schedule.CONSTANT, Clipping.NONE, WeightDecay.NONE, false);

  /** The same over all rows. */
  Training full() {
    return new Training(Batches.FULL, schedule, clipping, weightDecay, watches);
  }

  /** The same without validation rows. */
  Training blind() {
    return new Training(batches, schedule, clipping, weightDecay, false);
  }

  /** The labels of its factors. */
  Map<String, String> labels() {
    return Map.of(
        "batches", batches.label(),
        "schedule", schedule.label(),
        "clipping", clipping.label(),
        "weight-decay", weightDecay.label());
  }

  /** The values of its schedule, unless that is the preset. */
  Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    if (!schedule.equals(Schedule.CONSTANT)) {
      schedule.hyperparameters().forEach(h -> values.put("schedule." + h.name(), h.value()));
    }
    return values;
  }
}
