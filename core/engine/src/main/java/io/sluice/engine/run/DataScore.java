package io.sluice.engine.run;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.Network;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.math.LaneRows;
import java.util.Arrays;

/** How well the networks of a block do on some examples. */
final class DataScore {

  private final Network network;
  private final Loss loss;
  private final BlockMemory memory;
  private final double[] values;
  private final double[] losses;
  private final double[] squares;
  private final double[] largest;
  private final double[] right;
  private final double[] deviations;
  private final Accuracy[] accuracies;
  private Dataset seen;
  private double deviationsSeen;

  /**
   * The score of a network.
   *
   * @param network has the examples of each lane
   * @param memory moves what belongs to a lane together with the lane
   */
  DataScore(Task.Fit task, Network network, BlockMemory memory) {
    this.network = network;
    this.loss = task.loss();
    this.memory = memory;
    values = new double[network.output().length];
    losses = memory.perLane();
    squares = memory.perLane();
    largest = memory.perLane();
    right = memory.perLane();
    deviations = memory.perLane();
    accuracies = new Accuracy[losses.length];
  }

  /** Says which examples a lane has, and which outputs are right there; null if none can be. */
  void bind(int lane, Accuracy accuracy, Dataset examples) {
    if (examples != seen) {
      seen = examples;
      deviationsSeen = deviations(examples);
    }
    deviations[lane] = deviationsSeen;
    accuracies[lane] = accuracy;
  }

  /** The sum of the squared distances of the targets from the mean of their output. */
  private static double deviations(Dataset examples) {
    double sum = 0;
    for (int o = 0; o < examples.outputs(); o++) {
      double mean = 0;
      for (int row = 0; row < examples.rows(); row++) {
        mean += examples.output(row, o) / examples.rows();
      }
      boolean equal = true;
      double squares = 0;
      for (int row = 0; row < examples.rows(); row++) {
        double deviation = examples.output(row, o) - mean;
        squares = Math.fma(deviation, deviation, squares);
        equal &= examples.output(row, o) == examples.output(0, o);
      }
      sum += equal ? 0 : squares;
    }
    return sum;
  }

  /** Passes all examples. */
  void compute(double[] weights, int lanes) {
    Arrays.fill(losses, 0, lanes, 0);
    Arrays.fill(squares, 0, lanes, 0);
    Arrays.fill(largest, 0, lanes, 0);
    Arrays.fill(right, 0, lanes, 0);
    int outputs = network.outputs();
    double[] output = network.output();
    double[] wanted = network.wanted();
    network.begin(memory.layout(), weights, lanes, Batch.ALL, null);
    int examples;
    while ((examples = network.forward()) > 0) {
      loss.values(output, wanted, examples, outputs, lanes, values);
      LaneRows.sum(values, 0, examples * outputs, lanes, lanes, losses, 0);
      for (int row = 0; row < examples * outputs * lanes; row += lanes) {
        for (int lane = 0; lane < lanes; lane++) {
          double error = output[row + lane] - wanted[row + lane];
          squares[lane] = Math.fma(error, error, squares[lane]);
          largest[lane] = Math.max(largest[lane], Math.abs(error));
        }
      }
      for (int lane = 0; lane < lanes; lane++) {
        for (int e = 0; accuracies[lane] != null && e < examples; e++) {
          int from = e * outputs * lanes + lane;
          right[lane] += accuracies[lane].right(output, wanted, from, outputs, lanes);
        }
      }
    }
  }

  double loss(int lane) {
    return losses[lane] / loss.terms(network.examples(), network.outputs());
  }

  /** The share of right outputs; NaN if there are no classes. */
  double accuracy(int lane) {
    return accuracies[lane] == null
        ? Double.NaN
        : right[lane] / ((double) network.examples() * accuracies[lane].most(network.outputs()));
  }

  /** 1 − squared errors / squared deviations; NaN if the targets of each output are all equal. */
  double r2(int lane) {
    return deviations[lane] == 0 ? Double.NaN : 1 - squares[lane] / deviations[lane];
  }

  /** The largest absolute difference between an output and its target. */
  double supError(int lane) {
    return largest[lane];
  }
}
