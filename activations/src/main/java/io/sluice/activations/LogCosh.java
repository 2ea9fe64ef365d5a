package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.math.HyperbolicSine;
import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = ln cosh x = ln(1 + 2 sinh²(x / 2)), beyond 20 as |x| - ln 2; f' = tanh x. As a loss it is
 * known as the log-cosh loss.
 */
@Extension
public record LogCosh() implements ActivationExtension {

  private static final double LN_TWO = 0.6931471805599453;

  @Override
  public String id() {
    return "log-cosh";
  }

  @Override
  public Description description() {
    return Description.of("A rounded absolute value", "log(cosh(x))", "")
        .note(
            "The formula as written overflows beyond 710; softplus(2 x) - x - ln 2 is the same and does not, but cancels near 0.");
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double value(double x) {
    double a = Math.abs(x);
    if (a > 20) {
      return a - LN_TWO;
    }
    double half = HyperbolicSine.sinh(0.5 * a);
    return Logarithm.log1p(2 * half * half);
  }

  @Override
  public double slope(double x) {
    return Hyperbolic.tanh(x);
  }
}
