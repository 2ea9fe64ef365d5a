package io.sluice.engine.support;

import io.sluice.math.Trigonometric;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;

/** {@code sin(a x) + b x²}: an activation with two parameters that can be trained. */
public record Bent(double a, double b) implements TrainableActivation {

  public Bent() {
    this(0.8, 0.3);
  }

  @Override
  public String id() {
    return "bent";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.REALS, "frequency"),
        Hyperparameter.real("b", b, Interval.REALS, "bend"));
  }

  @Override
  public Bent with(Map<String, Double> values) {
    return new Bent(values.get("a"), values.get("b"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a", "b");
  }

  @Override
  public double value(double x, double[] p) {
    return Trigonometric.sin(p[0] * x) + p[1] * x * x;
  }

  @Override
  public double slope(double x, double[] p) {
    return p[0] * Trigonometric.cos(p[0] * x) + 2 * p[1] * x;
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return parameter == 0 ? x * Trigonometric.cos(p[0] * x) : x * x;
  }
}
