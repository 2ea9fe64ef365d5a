package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x above zero, else a x e^(b x); f' = a above zero, else a (1 + b x) e^(b x): smooth at
 * zero. For a and b above zero it has its least value -a / (b e) at x = -1 / b and goes to -0 at
 * negative infinity. The slopes by a and b are x and 0 above zero, else x e^(b x) and a x² e^(b x).
 */
@Extension
public final class Preu extends TrainedPass {

  /** The preset. */
  public Preu() {
    this(1, 1);
  }

  private Preu(double a, double b) {
    super(
        Pass.EXP,
        Hyperparameter.real("a", a, ANY, "slope above zero"),
        Hyperparameter.real("b", b, ANY, "how fast it decays below zero"));
  }

  @Override
  public String id() {
    return "preu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line that decays exponentially below zero, both trained",
            "a * x if x >= 0 else a * x * exp(b * x)",
            "Parametric rectified exponential unit, as in the program nonlinear")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    double a = initialParameters()[0];
    double b = initialParameters()[1];
    if (a == 0) {
      return Interval.closed(0, 0);
    }
    return b > 0 ? Valley.range(-a / (b * Math.E), a > 0) : Interval.REALS;
  }

  @Override
  public Preu with(Map<String, Double> values) {
    return new Preu(values.get("a"), values.get("b"));
  }

  @Override
  double argument(double x, double[] p) {
    return p[1] * Math.min(0, x);
  }

  @Override
  double value(double x, double[] p, double power) {
    return times(p[0], decaying(x, p, power));
  }

  @Override
  double slope(double x, double[] p, double power) {
    double exact = power(x, p, power);
    return exact == 0 ? 0 : times(p[0], exact * (1 + argument(x, p)));
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double power) {
    if (parameter == 0) {
      return decaying(x, p, power);
    }
    return x > 0 || power == 0 ? 0 : times(p[0], x * decaying(x, p, power));
  }

  /** x e^(b min(0, x)). */
  private double decaying(double x, double[] p, double power) {
    double exact = power(x, p, power);
    return exact == 0 ? -0.0 : x * exact;
  }

  /** The factor 0 wins against what overflows. */
  private static double times(double factor, double y) {
    return factor == 0 && Double.isInfinite(y) ? 0 : factor * y;
  }

  private double power(double x, double[] p, double power) {
    return power * (1 + Rounding.ofProduct(p[1], Math.min(0, x), argument(x, p)));
  }
}
