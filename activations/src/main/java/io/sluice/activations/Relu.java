package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x); f' = 1 above zero, else 0. The slope at the kink, slope(0), is 0 as in every
 * common library.
 */
@Extension
public record Relu() implements ActivationExtension {

  @Override
  public String id() {
    return "relu";
  }

  @Override
  public Description description() {
    return Description.of("The rectified linear unit", "max(0, x)", "Nair, Hinton 2010")
        .aliases("poslin")
        .note("A unit whose sums are negative for every example is dead: its slope is zero.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return Math.max(0, x);
  }

  @Override
  public double slope(double x) {
    return Step.of(x);
  }
}
