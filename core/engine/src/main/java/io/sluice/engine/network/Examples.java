package io.sluice.engine.network;

import io.sluice.engine.study.Dataset;
import java.util.Arrays;

/**
 * The examples of a block: one data set for all lanes, or one of the same shape for each lane.
 * Small ones go by lane, so that trials which differ only in an example share a block.
 */
public final class Examples {

  /** Data of at most so many numbers may differ by lane. */
  static final int LARGEST_BY_LANE = 16;

  private final int lanes;
  private final int rows;
  private final int inputs;
  private final int outputs;
  private final Dataset shared;
  private final double[] sharedInputs;
  private final double[] sharedOutputs;
  private final double[] byLane;

  Examples(Dataset data, int lanes) {
    this.lanes = lanes;
    this.rows = data.rows();
    this.inputs = data.inputs();
    this.outputs = data.outputs();
    if (isByLane(data)) {
      shared = null;
      sharedInputs = null;
      sharedOutputs = null;
      byLane = new double[rows * (inputs + outputs) * lanes];
    } else {
      shared = data;
      byLane = null;
      sharedInputs = new double[rows * inputs];
      sharedOutputs = new double[rows * outputs];
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < inputs; i++) {
          sharedInputs[row * inputs + i] = data.input(row, i);
        }
        for (int o = 0; o < outputs; o++) {
          sharedOutputs[row * outputs + o] = data.output(row, o);
        }
      }
    }
  }

  /** Whether trials may have such data each for itself, and share a block all the same. */
  public static boolean isByLane(Dataset data) {
    return data.rows() * (data.inputs() + data.outputs()) <= LARGEST_BY_LANE;
  }

  int rows() {
    return rows;
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  /** The inputs of all examples, {@code [example][input]}; null if they differ by lane. */
  double[] sharedInputs() {
    return sharedInputs;
  }

  void bind(int lane, Dataset data) {
    if (shared != null) {
      if (data != shared) {
        throw new IllegalArgumentException("lane " + lane + " has other data than its block");
      }
      return;
    }
    int at = lane;
    for (int example = 0; example < rows; example++) {
      for (int i = 0; i < inputs; i++, at += lanes) {
        byLane[at] = data.input(example, i);
      }
      for (int o = 0; o < outputs; o++, at += lanes) {
        byLane[at] = data.output(example, o);
      }
    }
  }

  /**
   * Writes inputs and wanted outputs of some examples for the lanes in use, laid out {@code
   * [example][unit][lane]}.
   *
   * @param input null if {@link #sharedInputs()} are used as they are
   */
  void load(int first, int count, int lanesInUse, double[] input, double[] wanted) {
    if (shared != null) {
      spread(sharedOutputs, first * outputs, count * outputs, lanesInUse, wanted);
      if (input != null) {
        spread(sharedInputs, first * inputs, count * inputs, lanesInUse, input);
      }
      return;
    }
    int width = inputs + outputs;
    for (int example = 0; example < count; example++) {
      int row = (first + example) * width * lanes;
      for (int i = 0; i < inputs; i++, row += lanes) {
        System.arraycopy(byLane, row, input, (example * inputs + i) * lanesInUse, lanesInUse);
      }
      for (int o = 0; o < outputs; o++, row += lanes) {
        System.arraycopy(byLane, row, wanted, (example * outputs + o) * lanesInUse, lanesInUse);
      }
    }
  }

  /**
   * The same for a part of a batch, in which each lane has examples of its own.
   *
   * @param first the position in the batch
   */
  void load(Batch batch, int first, int count, int lanesInUse, double[] input, double[] wanted) {
    for (int position = 0; position < count; position++) {
      for (int lane = 0; lane < lanesInUse; lane++) {
        int example = batch.example(lane, first + position);
        for (int i = 0; i < inputs; i++) {
          input[(position * inputs + i) * lanesInUse + lane] = number(example, i, lane);
        }
        for (int o = 0; o < outputs; o++) {
          wanted[(position * outputs + o) * lanesInUse + lane] = number(example, inputs + o, lane);
        }
      }
    }
  }

  private double number(int example, int column, int lane) {
    if (shared == null) {
      return byLane[(example * (inputs + outputs) + column) * lanes + lane];
    }
    return column < inputs
        ? sharedInputs[example * inputs + column]
        : sharedOutputs[example * outputs + column - inputs];
  }

  private static void spread(double[] from, int first, int count, int lanes, double[] target) {
    for (int i = 0; i < count; i++) {
      Arrays.fill(target, i * lanes, (i + 1) * lanes, from[first + i]);
    }
  }
}
