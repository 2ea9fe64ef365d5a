package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(x, -δ); f' = 1 above -δ, else 0.
 *
 * @param delta δ, how far below zero it reaches
 */
@Extension
public record DisplacedRelu(double delta) implements ActivationExtension {

  /** The preset. */
  public DisplacedRelu() {
    this(0.05);
  }

  @Override
  public String id() {
    return "displaced-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier displaced along the line",
            "max(x, -delta)",
            "Macêdo, Zanchettin, Oliveira, Ludermir, 2019 (DReLU)")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-delta);
  }

  @Override
  public double[] kinks() {
    return new double[] {-delta};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "delta", delta, Interval.closed(-1e6, 1e6), "δ, how far below zero it reaches"));
  }

  @Override
  public DisplacedRelu with(Map<String, Double> values) {
    return new DisplacedRelu(values.get("delta"));
  }

  @Override
  public double value(double x) {
    return Math.max(x, -delta);
  }

  @Override
  public double slope(double x) {
    return x > -delta ? 1 : Double.isNaN(x) ? x : 0;
  }
}
