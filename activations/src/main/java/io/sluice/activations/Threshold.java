package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above the threshold, else the value; f' = 1 above, else 0, also at the threshold, where
 * the values jump.
 *
 * @param threshold above it the function is the line
 * @param constant what the function is elsewhere
 */
@Extension
public record Threshold(double threshold, double constant) implements ActivationExtension {

  /** The preset. */
  public Threshold() {
    this(0.1, 20);
  }

  @Override
  public String id() {
    return "threshold";
  }

  @Override
  public Description description() {
    return Description.of(
            "The line above a threshold, else a constant",
            "x if x > threshold else value",
            "Paszke and others, PyTorch, torch.nn.Threshold")
        .note(
            "PyTorch has no presets; these are the numbers of its documentation, with which the function falls at the threshold.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return constant <= threshold ? Interval.atLeast(constant) : Interval.above(threshold);
  }

  @Override
  public double[] kinks() {
    return new double[] {threshold};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "threshold",
            threshold,
            Interval.closed(-1e6, 1e6),
            "above it the function is the line"),
        Hyperparameter.real(
            "value", constant, Interval.closed(-1e6, 1e6), "what the function is elsewhere"));
  }

  @Override
  public Threshold with(Map<String, Double> values) {
    return new Threshold(values.get("threshold"), values.get("value"));
  }

  @Override
  public double value(double x) {
    return x > threshold || Double.isNaN(x) ? x : constant;
  }

  @Override
  public double slope(double x) {
    return x > threshold ? 1 : Double.isNaN(x) ? x : 0;
  }
}
