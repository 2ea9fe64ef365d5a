package io.sluice.activations;

import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = ln(1 + x²), beyond 2^500 as 2 ln |x|; f' = 2 x / (1 + x²). */
@Extension
public record Seagull() implements ActivationExtension {

  private static final double HUGE = 0x1p500;

  @Override
  public String id() {
    return "seagull";
  }

  @Override
  public Description description() {
    return Description.of(
        "A logarithm with two wings", "log1p(x^2)", "Gao and Zhang, arXiv 2011.11713");
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double value(double x) {
    double a = Math.abs(x);
    return a > HUGE ? 2 * Logarithm.log(a) : Logarithm.log1p(a * a);
  }

  @Override
  public double slope(double x) {
    return Math.abs(x) > HUGE ? 2 / x : 2 * x / Math.fma(x, x, 1);
  }
}
