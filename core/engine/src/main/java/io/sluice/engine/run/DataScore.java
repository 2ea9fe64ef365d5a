package io.sluice.engine.run;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.Network;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;

/** How well one network does on some examples. Nothing here has an influence on training. */
final class DataScore {

  private final Network network;
  private final Loss loss;
  private final Accuracy accuracy;
  private final BlockLayout layout;
  private final int[] index;
  private final double[] parameters;
  private final double[] values;
  private final double deviations;
  private final double[] losses = new double[1];
  private double squares;
  private long right;

  DataScore(Task.Fit task, Dataset examples) {
    network = new Network(task.network(), examples, 1);
    network.bind(0, examples);
    loss = task.loss();
    accuracy = task.accuracy();
    index = task.indexOfParameter();
    layout = new BlockLayout(index.length, 1, 0);
    parameters = new double[index.length];
    values = new double[network.output().length];
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
    for (int p = 0; p < index.length; p++) {
      parameters[p] = weights[index[p]];
    }
    network.freeze(0, weights);
    losses[0] = 0;
    squares = 0;
    right = 0;
    int outputs = network.outputs();
    double[] output = network.output();
    double[] wanted = network.wanted();
    network.begin(layout, parameters, 1, Batch.ALL, null);
    int examples;
    while ((examples = network.forward()) > 0) {
      loss.values(output, wanted, examples, outputs, 1, values);
      for (int i = 0; i < examples * outputs; i++) {
        losses[0] += values[i];
        double error = output[i] - wanted[i];
        squares = Math.fma(error, error, squares);
      }
      for (int i = 0; accuracy != null && i < examples * outputs; i += outputs) {
        right += accuracy.right(output, wanted, i, outputs);
      }
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
