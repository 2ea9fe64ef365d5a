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
public final class Golu extends OnePass {

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
  Pass pass() {
    return Pass.EXP;
  }

  @Override
  double argument(double x) {
    return -x;
  }

  @Override
  double value(double x, double u) {
    double missing = PreciseExponential.missing(-x, u);
    double power = Exponential.exp(-u);
    return Faint.is(power)
        ? Faint.product(Math.max(x, -FAR), -u, -missing)
        : Math.max(x, -FAR) * Math.fma(-missing, power, power);
  }

  @Override
  double slope(double x, double u) {
    if (u > FAR) {
      return 0;
    }
    double power = Exponential.exp(-u);
    double exact = Math.fma(-PreciseExponential.missing(-x, u), power, power);
    return exact * (1 + Math.min(x, FAR) * u);
  }
}
