package io.sluice.activations;

import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x ln(1 + σ(x)); f' = ln(1 + σ) + x σ(x) σ(-x) / (1 + σ). -0 with slope 0 at negative
 * infinity, slope ln 2 at infinity.
 */
@Extension
public final class Logish extends OnePass {

  @Override
  public String id() {
    return "logish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth gated unit whose gate saturates at ln 2",
            "x * log1p(sigmoid(x))",
            "Zhu, Zeng, Liu, Zhang: Logish, 2021")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.25276881678944035);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    return Math.max(x, -FAR) * Logarithm.log1p(Logistic.sigmoid(x, e));
  }

  @Override
  double slope(double x, double e) {
    double sigmoid = Logistic.sigmoid(x, e);
    double near = withinFar(x);
    double rise = e / ((1 + e) * (1 + e));
    return Logarithm.log1p(sigmoid) + near * rise / (1 + sigmoid);
  }
}
