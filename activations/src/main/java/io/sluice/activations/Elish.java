package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x σ(x) from zero on, else (e^x - 1) σ(x); f' = σ(x) (1 + x σ(-x)) above zero, else e (e² +
 * 2 e - 1) / (1 + e)² with e = e^x; 1/2 from both sides at zero. -0 with slope 0 at negative
 * infinity.
 */
@Extension
public final class Elish extends OnePass {

  @Override
  public String id() {
    return "elish";
  }

  @Override
  public Description description() {
    return Description.of(
        "An exponential linear unit with a logistic gate",
        "(x if x >= 0 else expm1(x)) * sigmoid(x)",
        "Basirat, Roth, arXiv 1808.00783");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.1715728752538099);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    if (x >= 0) {
      return Swish.value(x, x, e);
    }
    double expm1 = x > -1 ? Exponential.expm1(x) : e - 1;
    return expm1 * (e / (1 + e));
  }

  @Override
  double slope(double x, double e) {
    return x >= 0 ? Swish.slope(x, x, e) : e * Math.fma(e, e + 2, -1) / ((1 + e) * (1 + e));
  }
}
