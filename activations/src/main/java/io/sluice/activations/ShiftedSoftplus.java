package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = ln(1/2 + e^x / 2) = max(x, 0) + ln(1 + (e^-|x| - 1) / 2), which keeps its accuracy near
 * zero, where softplus minus ln 2 would lose it; f' is the logistic function. -ln 2 with slope 0 at
 * negative infinity.
 */
@Extension
public final class ShiftedSoftplus extends OnePass {

  @Override
  public String id() {
    return "shifted-softplus";
  }

  @Override
  public Description description() {
    return Description.of(
            "Softplus shifted to pass through zero",
            "log1p(expm1(x) / 2)",
            "Schütt et al., arXiv 1706.08566")
        .note("softplus(x) - log(2) is the same function, but loses all places near zero.");
  }

  @Override
  public Interval range() {
    return Interval.above(-0.6931471805599453);
  }

  @Override
  Pass pass() {
    return Pass.EXPM1;
  }

  @Override
  double argument(double x) {
    return -Math.abs(x);
  }

  @Override
  double value(double x, double expm1) {
    return Math.max(x, 0) + Logarithm.log1p(0.5 * expm1);
  }

  @Override
  double slope(double x, double expm1) {
    double decay = expm1 > -0.5 ? 1 + expm1 : Exponential.decay(x);
    return Logistic.sigmoid(x, decay);
  }
}
