package io.sluice.activations;

import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = max(x, σ(x)), which are equal at the kink 0.6590460684074066; the slope there is that of
 * the sigmoid.
 */
@Extension
public record MaxSigmoid() implements ActivationExtension {

  @Override
  public String id() {
    return "max-sigmoid";
  }

  @Override
  public Description description() {
    return Description.of(
            "The greater of x and the sigmoid",
            "max(x, sigmoid(x))",
            "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .aliases("maxsig")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.POSITIVE;
  }

  @Override
  public double[] kinks() {
    return new double[] {0.6590460684074066};
  }

  @Override
  public double value(double x) {
    return Math.max(x, Logistic.sigmoid(x));
  }

  @Override
  public double slope(double x) {
    double sigmoid = Logistic.sigmoid(x);
    return x > sigmoid ? 1 : sigmoid * Logistic.sigmoid(-x);
  }
}
