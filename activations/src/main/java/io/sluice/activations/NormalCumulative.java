package io.sluice.activations;

import io.sluice.math.Normal;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = Φ(x), the distribution of a standard normal number; f' = e^(-x² / 2) / √(2 π). It is the
 * gate of gelu.
 */
@Extension
public record NormalCumulative() implements BellForm {

  private static final double INVERSE_ROOT_OF_TWO_PI = 0.3989422804014327;

  @Override
  public String id() {
    return "normal-cdf";
  }

  @Override
  public Description description() {
    return Description.of("The normal distribution function", "normcdf(x)", "")
        .note("It is the inverse of the probit, and some surveys call it probit.");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public double value(double x, double bell) {
    return Normal.cumulative(x, bell);
  }

  @Override
  public double slope(double x, double bell) {
    return bell * INVERSE_ROOT_OF_TWO_PI;
  }
}
