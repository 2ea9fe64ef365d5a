package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = x between 0 and 1, with lines of slope 0.001 beyond: 0.001 x below, 0.001 (x - 1) + 1
 * above; at the kinks the slope is 0.001.
 */
@Extension
public record LeakyRamp() implements ActivationExtension {

  @Override
  public String id() {
    return "lhtan";
  }

  @Override
  public Description description() {
    return Description.of(
        "A leaky ramp from 0 to 1",
        "0.001 * x if x < 0 else (0.001 * (x - 1) + 1 if x > 1 else x)",
        "Redmon, Darknet, activations.h");
  }

  @Override
  public double[] kinks() {
    return new double[] {0, 1};
  }

  @Override
  public double value(double x) {
    return x < 0 ? 0.001 * x : x > 1 ? 0.001 * (x - 1) + 1 : x;
  }

  @Override
  public double slope(double x) {
    return x > 0 && x < 1 ? 1 : Double.isNaN(x) ? x : 0.001;
  }
}
