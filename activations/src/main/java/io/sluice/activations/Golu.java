package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x e^(-e^-x), the line times the distribution of Gumbel; with u = e^-x, f' = e^-u (1 + x
 * u). -0 at negative infinity. What rounding u lost is made good in the outer exponential, which
 * would magnify it.
 */
@Extension
public record Golu() implements OneFunction {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "golu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The Gompertz linear unit",
            "x * exp(-exp(-x))",
            "Das, Safari, Adriaensen, Hutter, arXiv 2502.03654")
        .aliases("exp-expish")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.09726013122763941);
  }

  @Override
  public double inner(double x) {
    return Exponential.exp(-x);
  }

  @Override
  public void inners(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -x[i];
    }
    Exponential.exps(y, y, from, to);
  }

  @Override
  public double value(double x, double u) {
    double missing = PreciseExponential.missing(-x, u);
    double power = Exponential.exp(-u);
    return Faint.is(power)
        ? Faint.product(Math.max(x, -FAR), -u, -missing)
        : Math.max(x, -FAR) * Math.fma(-missing, power, power);
  }

  @Override
  public double slope(double x, double u) {
    if (u > FAR) {
      return 0;
    }
    double power = Exponential.exp(-u);
    double exact = Math.fma(-PreciseExponential.missing(-x, u), power, power);
    return exact * (1 + Math.min(x, FAR) * u);
  }
}
