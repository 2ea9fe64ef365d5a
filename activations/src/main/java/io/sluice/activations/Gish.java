package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x ln(2 - e^(-e^x)), computed as x ln(1 + m) with m = 1 - e^(-u) and u = e^x, which keeps
 * the lower tail; f' = ln(1 + m) + x u (1 - m) / (1 + m). -0 with slope 0 at negative infinity,
 * slope ln 2 at infinity.
 */
@Extension
public final class Gish extends ExponentialGate {

  @Override
  public String id() {
    return "gish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth gated unit by a double exponential",
            "x * log1p(-expm1(-exp(x)))",
            "Kaytan, Aydilek, Yeroğlu: Gish, 2023")
        .sourceUnread()
        .note("Usually written x * log(2 - exp(-exp(x))), which loses the lower tail.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.27815946089638693);
  }

  @Override
  double value(double x, double u) {
    return Math.max(x, -FAR) * Logarithm.log1p(-Exponential.expm1(-u));
  }

  @Override
  double slope(double x, double u) {
    double m = -Exponential.expm1(-u);
    double near = withinFar(x);
    return Logarithm.log1p(m) + near * (u * (1 - m)) / (1 + m);
  }
}
