package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = (x + tanh x) σ(x); f' = (1 + sech² x) σ(x) + (x + tanh x) σ(x) σ(-x). -0 at negative
 * infinity.
 */
@Extension
public record TanhSig() implements ActivationExtension {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "tanh-sig";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated line with a hyperbolic tangent",
            "(x + tanh(x)) * sigmoid(x)",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.47491606735826625);
  }

  @Override
  public double value(double x) {
    return (Math.max(x, -FAR) + Hyperbolic.tanh(x)) * Logistic.sigmoid(x);
  }

  @Override
  public double slope(double x) {
    double e = Exponential.decay(x);
    double near = Math.max(-FAR, Math.min(FAR, x));
    double rise = 1 + Hyperbolic.sechSquared(x);
    return Logistic.sigmoid(x, e) * (rise + (near + Hyperbolic.tanh(x)) * Logistic.sigmoid(-x, e));
  }
}
