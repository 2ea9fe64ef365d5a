package io.sluice.activations;

import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x ln(1 + σ(x)); with e = e^-|x|, f' = ln(1 + σ) + x e / ((1 + e) (1 + 2 e)) below zero,
 * with 2 + e for 1 + 2 e above. -0 at negative infinity.
 */
@Extension
public record Logish() implements DecayForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "logish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of the logarithm of the sigmoid",
            "x * log1p(sigmoid(x))",
            "Zhu, Zhao, Xiang et al., Neurocomputing, 2021 (Logish)")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.25276881678944035);
  }

  @Override
  public double value(double x, double e) {
    return Math.max(x, -FAR) * gate(x, e);
  }

  @Override
  public double slope(double x, double e) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    return gate(x, e) + near * e / ((1 + e) * (x < 0 ? 1 + 2 * e : 2 + e));
  }

  private static double gate(double x, double e) {
    return Logarithm.log1p(Logistic.sigmoid(x, e));
  }
}
