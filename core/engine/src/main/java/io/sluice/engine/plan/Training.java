package io.sluice.engine.plan;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.WeightDecay;

/**
 * How the trials of one cell are trained. For a population all of it is the preset.
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
    boolean watches) {}
