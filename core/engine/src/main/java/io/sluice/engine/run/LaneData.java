package io.sluice.engine.run;

import io.sluice.engine.study.Dataset;
import java.util.Arrays;

/**
 * The examples of a block: one data set for all lanes, or one of the same shape for each lane.
 * Small ones go by lane, so that trials which differ only in an example share a block.
 */
final class LaneData {

  /** Data of at most so many numbers may differ by lane. */
  static final int LARGEST_BY_LANE = 16;

  private final int lanes;
  private final int inputs;
  private final int outputs;
  private final Dataset shared;
  private final double[] byLane;

  LaneData(Dataset data, int lanes) {
    this.lanes = lanes;
    this.inputs = data.inputs();
    this.outputs = data.outputs();
    this.shared = isByLane(data) ? null : data;
    this.byLane = shared == null ? new double[data.rows() * (inputs + outputs) * lanes] : null;
  }

  static boolean isByLane(Dataset data) {
    return data.rows() * (data.inputs() + data.outputs()) <= LARGEST_BY_LANE;
  }

  void bind(int lane, Dataset data) {
    if (shared != null) {
      if (data != shared) {
        throw new IllegalArgumentException("lane " + lane + " has other data than its block");
      }
      return;
    }
    int row = lane;
    for (int example = 0; example < data.rows(); example++) {
      for (int i = 0; i < inputs; i++, row += lanes) {
        byLane[row] = data.input(example, i);
      }
      for (int o = 0; o < outputs; o++, row += lanes) {
        byLane[row] = data.output(example, o);
      }
    }
  }

  /** Writes one input of one example for the lanes in use to {@code target[at …]}. */
  void input(int example, int input, double[] target, int at, int lanesInUse) {
    if (shared != null) {
      Arrays.fill(target, at, at + lanesInUse, shared.input(example, input));
    } else {
      int row = (example * (inputs + outputs) + input) * lanes;
      System.arraycopy(byLane, row, target, at, lanesInUse);
    }
  }

  /** Writes one wanted output of one example for the lanes in use to {@code target[at …]}. */
  void output(int example, int output, double[] target, int at, int lanesInUse) {
    if (shared != null) {
      Arrays.fill(target, at, at + lanesInUse, shared.output(example, output));
    } else {
      int row = (example * (inputs + outputs) + inputs + output) * lanes;
      System.arraycopy(byLane, row, target, at, lanesInUse);
    }
  }

  /** The same where each lane has an example of its own. */
  void input(Batch batch, int position, int input, double[] target, int at, int lanesInUse) {
    for (int lane = 0; lane < lanesInUse; lane++) {
      int example = batch.example(lane, position);
      target[at + lane] =
          shared != null
              ? shared.input(example, input)
              : byLane[(example * (inputs + outputs) + input) * lanes + lane];
    }
  }

  /** The same where each lane has an example of its own. */
  void output(Batch batch, int position, int output, double[] target, int at, int lanesInUse) {
    for (int lane = 0; lane < lanesInUse; lane++) {
      int example = batch.example(lane, position);
      target[at + lane] =
          shared != null
              ? shared.output(example, output)
              : byLane[(example * (inputs + outputs) + inputs + output) * lanes + lane];
    }
  }
}
