package io.sluice.benchmarks;

import java.util.Arrays;

/** A network of any depth, one trial at a time, in plain loops. */
final class TightNetwork {

  private final Case training;
  private final int[] widths;
  private final double[] weights;
  private final double[] gradients;
  private final double[] means;
  private final double[] squares;
  private final double[][] signals;
  private final double[][] errors;

  /** A network that trains these weights in place. */
  TightNetwork(Case training, double[] weights) {
    this.training = training;
    this.weights = weights;
    widths = training.widths().stream().mapToInt(Integer::intValue).toArray();
    gradients = new double[weights.length];
    means = new double[weights.length];
    squares = new double[weights.length];
    signals = new double[widths.length][];
    errors = new double[widths.length][];
    for (int layer = 0; layer < widths.length; layer++) {
      signals[layer] = new double[widths[layer]];
      errors[layer] = new double[widths[layer]];
    }
  }

  /** The loss after these steps of Adam. */
  double train(int steps) {
    for (int step = 1; step <= steps; step++) {
      Arrays.fill(gradients, 0);
      for (int example = 0; example < training.examples(); example++) {
        forward(example);
        backward(example);
      }
      update(step);
    }
    double loss = 0;
    double[] output = signals[widths.length - 1];
    for (int example = 0; example < training.examples(); example++) {
      forward(example);
      for (int i = 0; i < output.length; i++) {
        double error = output[i] - training.outputs()[example][i];
        loss += error * error;
      }
    }
    return loss / (training.examples() * output.length);
  }

  private void forward(int example) {
    signals[0] = training.inputs()[example];
    int weight = 0;
    for (int layer = 1; layer < widths.length; layer++) {
      double[] before = signals[layer - 1];
      double[] signal = signals[layer];
      int bias = weight + before.length * signal.length;
      for (int unit = 0; unit < signal.length; unit++) {
        double sum = weights[bias + unit];
        for (int i = 0; i < before.length; i++) {
          sum += weights[weight + i] * before[i];
        }
        weight += before.length;
        signal[unit] = Math.tanh(sum);
      }
      weight = bias + signal.length;
    }
  }

  private void backward(int example) {
    int last = widths.length - 1;
    double scale = 2.0 / (training.examples() * widths[last]);
    for (int i = 0; i < widths[last]; i++) {
      errors[last][i] = scale * (signals[last][i] - training.outputs()[example][i]);
    }
    int end = weights.length;
    for (int layer = last; layer >= 1; layer--) {
      double[] before = signals[layer - 1];
      double[] signal = signals[layer];
      double[] errorsBefore = errors[layer - 1];
      int bias = end - signal.length;
      int weight = bias - before.length * signal.length;
      end = weight;
      Arrays.fill(errorsBefore, 0);
      for (int unit = 0; unit < signal.length; unit++) {
        double error = errors[layer][unit] * (1 - signal[unit] * signal[unit]);
        gradients[bias + unit] += error;
        for (int i = 0; i < before.length; i++) {
          gradients[weight + i] += error * before[i];
        }
        if (layer > 1) {
          for (int i = 0; i < before.length; i++) {
            errorsBefore[i] += error * weights[weight + i];
          }
        }
        weight += before.length;
      }
    }
  }

  private void update(int step) {
    double rate = Case.RATE / (1 - Math.pow(Case.BETA1, step));
    double root = 1 / Math.sqrt(1 - Math.pow(Case.BETA2, step));
    for (int i = 0; i < weights.length; i++) {
      double gradient = gradients[i];
      means[i] += (1 - Case.BETA1) * (gradient - means[i]);
      squares[i] = Case.BETA2 * squares[i] + (1 - Case.BETA2) * gradient * gradient;
      weights[i] -= rate * means[i] / (Math.sqrt(squares[i]) * root + Case.EPSILON);
    }
  }
}
