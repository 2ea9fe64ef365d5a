package io.sluice.activations;

import io.sluice.math.Normal;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x) + ε x e^(-x² / 2), with a trained ε; f' = step(x) + ε (1 - x²) e^(-x² / 2), so
 * slope(0) = ε, the left one; the slope by ε is x e^(-x² / 2).
 *
 * @param epsilon ε, the share of the correction, trained
 */
@Extension
public record Crrelu(double epsilon) implements OneParameter {

  /** The preset. */
  public Crrelu() {
    this(0.01);
  }

  @Override
  public String id() {
    return "crrelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a trained correction",
            "max(0, x) + epsilon * x * exp(-x^2 / 2)",
            "Sun and others, 2024, A method on searching better activation functions (CRReLU)")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(epsilon > 0 ? -0.6065306597126334 * epsilon : 0);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "epsilon", epsilon, Interval.closed(-1, 1), "ε, the share of the correction, trained"));
  }

  @Override
  public Crrelu with(Map<String, Double> values) {
    return new Crrelu(values.get("epsilon"));
  }

  @Override
  public List<String> trainable() {
    return List.of("epsilon");
  }

  @Override
  public double value(double x) {
    return value(x, epsilon);
  }

  @Override
  public double slope(double x) {
    return slope(x, epsilon);
  }

  @Override
  public double value(double x, double epsilon) {
    return Math.max(0, x) + epsilon * slopeBy(x, epsilon);
  }

  @Override
  public double slope(double x, double epsilon) {
    double bell = Normal.bell(x);
    return (x > 0 ? 1 : 0) + (bell == 0 ? 0 : epsilon * ((1 - x) * (1 + x) * bell));
  }

  @Override
  public double slopeBy(double x, double epsilon) {
    double bell = Normal.bell(x);
    return bell == 0 ? 0 : x * bell;
  }
}
