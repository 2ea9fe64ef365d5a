package io.sluice.engine.loss;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.text.NumberText;
import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;

/**
 * Cross-entropy of yes and no, on logits: −y ln p − (1 − y) ln(1 − p) with p = 1 / (1 + exp(−z)),
 * computed as max(z, 0) − z y + ln(1 + exp(−|z|)). Targets are probabilities; every output is a
 * question of its own.
 */
record BinaryCrossEntropy() implements Loss {

  @Override
  public String id() {
    return "binary-cross-entropy";
  }

  @Override
  public Description description() {
    return Description.of(
        "Cross-entropy of yes and no, on logits; targets from 0 to 1",
        "max(z, 0) − z y + ln(1 + exp(−|z|))",
        "Cox 1958");
  }

  @Override
  public boolean isForClasses() {
    return true;
  }

  @Override
  public String complaint(Dataset data) {
    for (int row = 0; row < data.rows(); row++) {
      for (int o = 0; o < data.outputs(); o++) {
        double target = data.output(row, o);
        if (target < 0 || target > 1) {
          return id() + " needs targets from 0 to 1, not " + NumberText.of(target);
        }
      }
    }
    return "";
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    int length = examples * units * lanes;
    for (int i = 0; i < length; i++) {
      values[i] = -Math.abs(output[i]);
    }
    Exponential.exps(values, values, 0, length);
    Logarithm.log1ps(values, values, 0, length);
    for (int i = 0; i < length; i++) {
      values[i] += Math.max(output[i], 0) - output[i] * wanted[i];
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
    for (int i = 0; i < examples * units * lanes; i++) {
      double z = output[i];
      double small = Exponential.exp(-Math.abs(z));
      double probability = (z < 0 ? small : 1) / (1 + small);
      slopes[i] = (probability - wanted[i]) * scale;
    }
  }
}
