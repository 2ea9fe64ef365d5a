package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x²; f' = 2 x. */
@Extension
public record Square() implements ActivationExtension {

  @Override
  public String id() {
    return "square";
  }

  @Override
  public Description description() {
    return Description.of("The square", "x^2", "");
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double value(double x) {
    return x * x;
  }

  @Override
  public double slope(double x) {
    return 2 * x;
  }
}
