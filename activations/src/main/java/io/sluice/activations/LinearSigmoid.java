package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = x / 8 + 1 / 2 between -4 and 4, with lines of slope 0.01 beyond; at the kinks the slope is
 * 1 / 8.
 */
@Extension
public record LinearSigmoid() implements ActivationExtension {

  @Override
  public String id() {
    return "plse";
  }

  @Override
  public Description description() {
    return Description.of(
        "A leaky sigmoid of three lines",
        "0.01 * (x + 4) if x < -4 else (0.01 * (x - 4) + 1 if x > 4 else 0.125 * x + 0.5)",
        "Redmon, Darknet, activations.h");
  }

  @Override
  public double[] kinks() {
    return new double[] {-4, 4};
  }

  @Override
  public double value(double x) {
    return x < -4 ? 0.01 * (x + 4) : x > 4 ? 0.01 * (x - 4) + 1 : 0.125 * x + 0.5;
  }

  @Override
  public double slope(double x) {
    return Math.abs(x) > 4 ? 0.01 : Double.isNaN(x) ? x : 0.125;
  }
}
