package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.probe.Ground;
import io.sluice.engine.probe.Probed;
import io.sluice.engine.probe.Probes;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What probes say of the networks of a block, each of which they look at by itself. */
final class ProbeScore {

  private final BlockLayout layout;
  private final List<TrialRecord> records;
  private final Map<Dataset, Ground> grounds = new IdentityHashMap<>();
  private final Probed[] networks;

  /**
   * The score of a block.
   *
   * @param records the trial of each lane, kept up to date by the owner
   */
  ProbeScore(BlockLayout layout, List<TrialRecord> records) {
    this.layout = layout;
    this.records = records;
    networks = new Probed[records.size()];
  }

  /** Says that another trial has taken the lane. */
  void bind(int lane) {
    networks[lane] = null;
  }

  /** Says that the weights have changed. */
  void forget() {
    Arrays.fill(networks, null);
  }

  /** What a reading gives in a lane with these weights. */
  double value(Reading reading, double[] weights, int lane) {
    if (networks[lane] == null) {
      TrialRecord record = records.get(lane);
      Task.Fit task = (Task.Fit) record.setup().task();
      networks[lane] =
          new Probed(
              grounds.computeIfAbsent(task.data(), data -> task.ground()),
              record.weights(layout, weights, lane),
              record::startWeights);
    }
    return Probes.of(reading.metric())
        .orElseThrow(() -> new IllegalArgumentException(reading.name() + " is no probe"))
        .value()
        .of(networks[lane], reading.layer());
  }
}
