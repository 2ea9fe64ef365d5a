package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 0.5 x / (1 + |x|) + 0.5, softsign brought between 0 and 1; f' = 0.5 / (1 + |x|)². With h =
 * 0.5 / (1 + |x|) it is 1 - h above zero and h below, so nothing cancels. f'' jumps at zero.
 */
@Extension
public record Elliott() implements ActivationExtension {

  @Override
  public String id() {
    return "elliott";
  }

  @Override
  public Description description() {
    return Description.of(
            "A slowly saturating function from 0 to 1",
            "0.5 * x / (1 + abs(x)) + 0.5",
            "Elliott 1993, A better activation function for artificial neural networks")
        .note("Without the halves it is softsign, which some call by this name.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public double value(double x) {
    double half = 0.5 / (1 + Math.abs(x));
    return x > 0 ? 1 - half : half;
  }

  @Override
  public double slope(double x) {
    double inverse = 1 / (1 + Math.abs(x));
    return 0.5 * inverse * inverse;
  }
}
