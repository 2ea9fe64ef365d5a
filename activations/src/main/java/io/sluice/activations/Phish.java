package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.math.Normal;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x tanh(g) with g = x Φ(x), the exact gelu; f' = tanh(g) + x g' sech² g with g' = Φ(x) + x
 * φ(x). Never negative, for x and g have the same sign; 0 with slope 0 at negative infinity, slope
 * 1 at infinity.
 */
@Extension
public final class Phish extends OnePass {

  /** From here on φ is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

  /** -x Φ(x) / φ(x) in 1 / x², far below zero: alternating products of odd numbers. */
  private static final double[] TAIL = {1, -1, 3, -15, 105, -945, 10395, -135135};

  @Override
  public String id() {
    return "phish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated unit by the hyperbolic tangent of gelu",
            "x * tanh(x * normcdf(x))",
            "Naveen: Phish, 2022")
        .sourceUnread()
        .note("Unlike other gated units it is never negative: below zero it has a bump upwards.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  Pass pass() {
    return Pass.BELL;
  }

  @Override
  double value(double x, double bell) {
    double near = Math.max(x, -FAR);
    double cumulative = Normal.cumulative(x, bell);
    return Faint.is(cumulative) ? faint(near) : near * Hyperbolic.tanh(near * cumulative);
  }

  /** x² Φ(x) by the asymptotic series of Φ, where the hyperbolic tangent is its argument. */
  private static double faint(double x) {
    double inverse = 1 / (x * x);
    double sum = Polynomial.value(TAIL, inverse);
    return Faint.bell(-x * INVERSE_SQRT_TWO_PI * sum, x);
  }

  @Override
  double slope(double x, double bell) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    double cumulative = Normal.cumulative(x, bell);
    double rise = Math.fma(near, bell * INVERSE_SQRT_TWO_PI, cumulative);
    double gelu = near * cumulative;
    return Hyperbolic.tanh(gelu) + near * (rise * Hyperbolic.sechSquared(gelu));
  }
}
