package io.sluice.engine.loss;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * Squared near 0 and straight beyond: e²/2 where |e| ≤ δ, else δ (|e| − δ/2), with e = a − y. Value
 * and slope are continuous at the joints.
 *
 * @param delta where the joints are
 */
record Huber(double delta) implements Loss {

  Huber {
    String complaint = declared(1).complaint(delta);
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException(complaint);
    }
  }

  private static Hyperparameter declared(double delta) {
    return Hyperparameter.real(
        "delta", delta, Interval.POSITIVE, "the error beyond which the loss is straight");
  }

  @Override
  public String id() {
    return "huber";
  }

  @Override
  public Description description() {
    return Description.of(
        "Squared near 0, straight beyond", "e²/2 if |e| ≤ δ, else δ (|e| − δ/2)", "Huber 1964");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(declared(delta));
  }

  @Override
  public Loss with(Map<String, Double> values) {
    return new Huber(values.get("delta"));
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    double half = delta / 2;
    for (int i = 0; i < examples * units * lanes; i++) {
      double size = Math.abs(output[i] - wanted[i]);
      values[i] = size <= delta ? 0.5 * size * size : delta * (size - half);
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
      double error = output[i] - wanted[i];
      slopes[i] = Math.max(-delta, Math.min(delta, error)) * scale;
    }
  }
}
