package io.sluice.engine.run;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;

/** How well one network does on some examples. Nothing here has an influence on training. */
final class DataScore {

  private final Network network;
  private final Loss loss;
  private final Accuracy accuracy;
  private final BlockLayout layout;
  private final double deviations;
  private final double[] losses = new double[1];
  private double squares;
  private long right;

  DataScore(Task.Fit task, Dataset examples) {
    network = new Network(task, examples, 1);
    network.bind(0, examples);
    loss = task.loss();
    accuracy = task.accuracy();
    layout = new BlockLayout(task.parameters(), 1, 0);
    deviations = deviations(examples);
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

  /**
   * Passes all examples.
   *
   * @param weights one after the other
   */
  void compute(double[] weights) {
    losses[0] = 0;
    squares = 0;
    right = 0;
    int outputs = network.outputs();
    double[] output = network.output();
    double[] wanted = network.wanted();
    for (int example = 0; example < network.examples(); example++) {
      network.forward(layout, weights, example, 1);
      loss.addLosses(output, wanted, outputs, 1, losses);
      for (int o = 0; o < outputs; o++) {
        double error = output[o] - wanted[o];
        squares = Math.fma(error, error, squares);
      }
      right += accuracy == null ? 0 : accuracy.right(output, wanted, outputs);
    }
  }

  double loss() {
    return losses[0] / loss.terms(network.examples(), network.outputs());
  }

  /** The share of right outputs; NaN if there are no classes. */
  double accuracy() {
    return accuracy == null
        ? Double.NaN
        : (double) right / ((long) network.examples() * accuracy.most(network.outputs()));
  }

  /** 1 − squared errors / squared deviations; NaN if the targets of each output are all equal. */
  double r2() {
    return deviations == 0 ? Double.NaN : 1 - squares / deviations;
  }
}
