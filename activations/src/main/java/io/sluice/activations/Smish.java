package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x tanh(ln(1 + σ(x))). With r = σ (2 + σ) the hyperbolic tangent is r / (2 + r), a ratio of
 * positive terms; f' = r / (2 + r) + 4 x (1 + σ) σ(x) σ(-x) / (2 + r)². -0 with slope 0 at negative
 * infinity, slope 3/5 at infinity.
 */
@Extension
public final class Smish extends OnePass {

  @Override
  public String id() {
    return "smish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth gated unit whose gate saturates at 3/5",
            "x * tanh(log1p(sigmoid(x)))",
            "Wang, Ren, Wang: Smish, 2022")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.24999366366012948);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    double ratio = ratio(sigmoid(x, e));
    return Math.max(x, -FAR) * (ratio / (2 + ratio));
  }

  @Override
  double slope(double x, double e) {
    double sigmoid = sigmoid(x, e);
    double ratio = ratio(sigmoid);
    double under = 2 + ratio;
    double near = withinFar(x);
    double rise = e / ((1 + e) * (1 + e));
    return (ratio * under + 4 * near * (1 + sigmoid) * rise) / (under * under);
  }

  private static double ratio(double sigmoid) {
    return sigmoid * (2 + sigmoid);
  }

  private static double sigmoid(double x, double e) {
    return (x < 0 ? e : 1) / (1 + e);
  }
}
