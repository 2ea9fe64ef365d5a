package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x e^x / (e^x + 2) = x σ(x - ln 2); with g = e / (e + 2) below zero and 1 / (1 + 2 e)
 * above, where e = e^-|x|, f' = g + x g (1 - g). -0 at negative infinity.
 */
@Extension
public final class Eanaf extends OnePass {

  @Override
  public String id() {
    return "eanaf";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of a shifted sigmoid",
            "x * exp(x) / (exp(x) + 2)",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.157184951483814);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    return x < 0 ? Math.max(x, -FAR) * (e / (e + 2)) : x / (1 + 2 * e);
  }

  @Override
  double slope(double x, double e) {
    double near = withinFar(x);
    double under = x < 0 ? e + 2 : 1 + 2 * e;
    return ((x < 0 ? e : 1) + near * (2 * e / under)) / under;
  }
}
