package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x / (1 + |x|); f' = 1 / (1 + |x|)². It saturates far slower than tanh. */
@Extension
public record Softsign() implements ActivationExtension {

  @Override
  public String id() {
    return "softsign";
  }

  @Override
  public Description description() {
    return Description.of("A slowly saturating sigmoid", "x / (1 + abs(x))", "Glorot, Bengio 2010")
        .aliases("soft-sign", "elliotsig")
        .note("Its slope has a kink at zero, the function has none.");
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public double value(double x) {
    // The largest finite number stands for infinity.
    double magnitude = Math.min(Math.abs(x), Double.MAX_VALUE);
    return Math.copySign(magnitude / (1 + magnitude), x);
  }

  @Override
  public double slope(double x) {
    double inverse = 1 / (1 + Math.abs(x));
    return inverse * inverse;
  }
}
