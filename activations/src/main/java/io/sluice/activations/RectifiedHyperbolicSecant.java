package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x / cosh x; f' = (1 - x tanh x) / cosh x. 0 at the infinities. */
@Extension
public final class RectifiedHyperbolicSecant extends OnePass {

  @Override
  public String id() {
    return "rectified-hyperbolic-secant";
  }

  @Override
  public Description description() {
    return Description.of(
            "The line times the hyperbolic secant",
            "x / cosh(x)",
            "Kunc and Kléma, arXiv 2402.09092")
        .aliases("rehsec")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(-0.6627434193491816, 0.6627434193491816);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    double near = withinFar(x);
    return 2 * near * (e / Math.fma(e, e, 1));
  }

  @Override
  double slope(double x, double e) {
    double near = withinFar(x);
    return 2 * e / Math.fma(e, e, 1) * (1 - near * Hyperbolic.tanh(x));
  }
}
