package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = sin x + cos x = √2 sin(x + π / 4), which keeps its last places where the two cancel; f' =
 * √2 cos(x + π / 4). NaN at the infinities.
 */
@Extension
public record SinPlusCos() implements ActivationExtension {

  private static final double ROOT_OF_TWO = 1.4142135623730951;
  private static final double QUARTER_PI = 0.7853981633974483;
  private static final double QUARTER_PI_LOW = 3.061616997868383e-17;

  @Override
  public String id() {
    return "sin-plus-cos";
  }

  @Override
  public Description description() {
    return Description.of("The sum of sine and cosine", "sin(x) + cos(x)", "");
  }

  @Override
  public Interval range() {
    return Interval.closed(-ROOT_OF_TWO, ROOT_OF_TWO);
  }

  @Override
  public double value(double x) {
    double angle = x + QUARTER_PI;
    return ROOT_OF_TWO * Phase.sinOfSum(angle, tail(x, angle));
  }

  @Override
  public double slope(double x) {
    double angle = x + QUARTER_PI;
    return ROOT_OF_TWO * Phase.cosOfSum(angle, tail(x, angle));
  }

  /** What rounding x + π / 4 lost. */
  private static double tail(double x, double angle) {
    double back = angle - x;
    return (x - (angle - back)) + (QUARTER_PI - back) + QUARTER_PI_LOW;
  }
}
