package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x tanh(u) with u = e^x; f' = tanh(u) + x u sech² u. -0 with slope 0 at negative infinity,
 * slope 1 at infinity.
 */
@Extension
public final class Tanhexp extends ExponentialGate {

  @Override
  public String id() {
    return "tanhexp";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated unit by the hyperbolic tangent of the exponential",
            "x * tanh(exp(x))",
            "Liu, Di, arXiv 2003.09855")
        .aliases("telu")
        .note("The same function was published again in 2024 as TeLU, arXiv 2412.20269.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.35328577784821125);
  }

  @Override
  double value(double x, double u) {
    return Math.max(x, -FAR) * Hyperbolic.tanh(u);
  }

  @Override
  double slope(double x, double u) {
    double near = withinFar(x);
    return Hyperbolic.tanh(u) + near * (u * Hyperbolic.sechSquared(u));
  }
}
