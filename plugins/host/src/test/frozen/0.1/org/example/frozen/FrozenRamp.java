package org.example.frozen;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** f(x) = x above zero, else below · x; the slope below zero may be trained. */
@Extension
public record FrozenRamp(double below) implements ActivationExtension, TrainableActivation {

  public FrozenRamp() {
    this(0.25);
  }

  @Override
  public String id() {
    return "frozen-ramp";
  }

  @Override
  public Description description() {
    return Description.of("A ramp of long ago", "x if x > 0 else below * x", "common knowledge")
        .aliases("old-ramp")
        .note("Kept as it was.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("below", below, Interval.closed(-10, 10), "slope below 0"));
  }

  @Override
  public FrozenRamp with(Map<String, Double> values) {
    return new FrozenRamp(values.get("below"));
  }

  @Override
  public List<String> trainable() {
    return List.of("below");
  }

  @Override
  public Sharing sharing() {
    return Sharing.LAYER;
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x, double[] p) {
    return x > 0 ? x : p[0] * x;
  }

  @Override
  public double slope(double x, double[] p) {
    return x > 0 ? 1 : p[0];
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return x > 0 ? 0 : x;
  }
}
