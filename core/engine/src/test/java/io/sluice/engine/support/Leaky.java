package io.sluice.engine.support;

import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/** x above 0, slope · x below; an activation with a hyper-parameter and an alias. */
public record Leaky(double negativeSlope) implements Activation {

  public Leaky() {
    this(0.01);
  }

  @Override
  public String id() {
    return "leaky-relu";
  }

  @Override
  public Description description() {
    return Description.none().aliases("lrelu");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("negative-slope", negativeSlope, Interval.closed(0, 1), "below 0"));
  }

  @Override
  public Leaky with(Map<String, Double> values) {
    return new Leaky(values.get("negative-slope"));
  }

  @Override
  public double value(double x) {
    return x < 0 ? negativeSlope * x : x;
  }

  @Override
  public double slope(double x) {
    return x < 0 ? negativeSlope : 1;
  }
}
