package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x ln(2 - e^(-e^x)), the logarithm as ln(1 + (1 - e^-u)) with u = e^x; f' = ln(2 - e^-u) +
 * x u e^-u / (2 - e^-u). -0 at negative infinity.
 */
@Extension
public record Gish() implements ExpForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "gish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of a Gumbel distribution",
            "x * log1p(-expm1(-exp(x)))",
            "Kaytan, Aydilek, Yeroglu, 2023 (Gish)")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.27815946089638693);
  }

  @Override
  public double value(double x, double u) {
    return Math.max(x, -FAR) * gate(u);
  }

  @Override
  public double slope(double x, double u) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    double fall = u > FAR ? 0 : u * Exponential.exp(-u);
    return gate(u) + near * fall / (1 - Exponential.expm1(-u));
  }

  private static double gate(double u) {
    return Logarithm.log1p(-Exponential.expm1(-u));
  }
}
