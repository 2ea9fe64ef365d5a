package io.sluice.engine.loss;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.text.NumberText;
import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;

/**
 * Cross-entropy of one class among several, on logits: −Σ y_k ln p_k with p_k = exp(z_k) / Σ
 * exp(z_j), the mean over the examples. The greatest logit is subtracted first, so nothing
 * overflows. The targets of an example are the probabilities of its classes: one 1 and else 0, or
 * soft ones.
 */
record SoftmaxCrossEntropy() implements Loss {

  private static final double TOLERANCE = 1e-9;

  @Override
  public String id() {
    return "softmax-cross-entropy";
  }

  @Override
  public Description description() {
    return Description.of(
        "Cross-entropy of one class among several, on logits; targets of an example add up to 1",
        "−Σ y_k (z_k − max z − ln Σ exp(z_j − max z))",
        "Bridle 1990");
  }

  @Override
  public boolean isForClasses() {
    return true;
  }

  @Override
  public String complaint(Dataset data) {
    if (data.outputs() < 2) {
      return id() + " needs an output for each class, at least 2, not " + data.outputs();
    }
    for (int row = 0; row < data.rows(); row++) {
      double sum = 0;
      for (int o = 0; o < data.outputs(); o++) {
        double target = data.output(row, o);
        if (target < 0) {
          return id() + " needs targets from 0 to 1, not " + NumberText.of(target);
        }
        sum += target;
      }
      if (Math.abs(sum - 1) > TOLERANCE) {
        return id()
            + " needs targets that add up to 1, but those of row "
            + (row + 1)
            + " add up to "
            + NumberText.of(sum);
      }
    }
    return "";
  }

  @Override
  public int terms(int examples, int units) {
    return examples;
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    for (int example = 0; example < examples; example++) {
      int to = (example + 1) * units * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        int from = example * units * lanes + lane;
        double greatest = greatest(output, from, lanes, to);
        double sum = 0;
        for (int i = from; i < to; i += lanes) {
          sum += Exponential.exp(output[i] - greatest);
        }
        double normalizer = Logarithm.log(sum);
        for (int i = from; i < to; i += lanes) {
          values[i] = wanted[i] * (greatest - output[i] + normalizer);
        }
      }
    }
  }

  @Override
  public void slopes(
      double[] output,
      double[] wanted,
      int examples,
      int units,
      int lanes,
      int terms,
      double[] slopes) {
    double scale = 1.0 / terms;
    for (int example = 0; example < examples; example++) {
      int to = (example + 1) * units * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        int from = example * units * lanes + lane;
        double greatest = greatest(output, from, lanes, to);
        double sum = 0;
        for (int i = from; i < to; i += lanes) {
          slopes[i] = Exponential.exp(output[i] - greatest);
          sum += slopes[i];
        }
        for (int i = from; i < to; i += lanes) {
          slopes[i] = (slopes[i] / sum - wanted[i]) * scale;
        }
      }
    }
  }

  private static double greatest(double[] output, int from, int step, int to) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i += step) {
      greatest = Math.max(greatest, output[i]);
    }
    return greatest;
  }
}
