package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a b x / (0.25 (1 + e^-x) + 0.75)^c, which is a b x (1 + e^-x / 4)^-c, a line weighted by
 * Richards' curve R; f' = a b R (1 + c x q) with q = (e^-x / 4) / (1 + e^-x / 4). The slopes by a,
 * b and c are b x R, a x R and -f ln(1 + e^-x / 4). For positive parameters -0 with slope 0 at
 * negative infinity, slope a b at infinity.
 */
@Extension
public final class Rmaf extends TrainedPass {

  /** With a smaller exponent the least value is no double. */
  private static final double LEAST = 1e-300;

  /** Stands for infinity where that would give NaN. */
  private static final double FAR = Double.MAX_VALUE;

  private static final double WEIGHT = 0.25;

  /** The preset. */
  public Rmaf() {
    this(1, 1, 1);
  }

  private Rmaf(double a, double b, double c) {
    super(
        Pass.DECAY,
        Hyperparameter.real("a", a, ANY, "factor"),
        Hyperparameter.real("b", b, ANY, "another factor"),
        Hyperparameter.real("c", c, Interval.closed(-1e3, 1e3), "exponent of the curve"));
  }

  @Override
  public String id() {
    return "rmaf";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line weighted by a power of a logistic curve, trained",
            "a * b * x / (0.25 * (1 + exp(-x)) + 0.75)^c",
            "Yu, Adu, Tashi, Anokye, Wang, Ayidzoe: RMAF, 2020")
        .sourceUnread()
        .note("Only the product of a and b matters; trained, the two share its slope.");
  }

  /** For a positive c, f / (a b) has one least value, between -5 / c and 0. */
  @Override
  public Interval range() {
    double[] start = initialParameters();
    double factor = start[0] * start[1];
    double c = start[2];
    if (factor == 0) {
      return Interval.closed(0, 0);
    }
    if (!(c >= LEAST)) {
      return Interval.REALS;
    }
    Rmaf upright = new Rmaf(1, 1, c);
    double least = Valley.least(upright::value, upright::slope, -5 / c, 0);
    return Valley.range(factor * least, factor > 0);
  }

  @Override
  public Rmaf with(Map<String, Double> values) {
    return new Rmaf(values.get("a"), values.get("b"), values.get("c"));
  }

  @Override
  double argument(double x, double[] p) {
    return x;
  }

  @Override
  double value(double x, double[] p, double decay) {
    return times(p[0] * p[1], weighted(x, p, decay));
  }

  @Override
  double slope(double x, double[] p, double decay) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    double rise = 1 + p[2] * (near * RichardsCurve.share(x, WEIGHT, decay));
    double curve = curve(x, p, decay);
    return curve == 0 ? 0 : times(p[0] * p[1], curve * rise);
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double decay) {
    double weighted = weighted(x, p, decay);
    if (parameter < 2) {
      return times(p[1 - parameter], weighted);
    }
    double logarithm = RichardsCurve.logarithm(x, WEIGHT, decay);
    return weighted == 0 || logarithm == 0 ? 0 : times(-p[0] * p[1], weighted * logarithm);
  }

  /** The factor 0 wins against what overflows. */
  private static double times(double factor, double y) {
    return factor == 0 && Double.isInfinite(y) ? 0 : factor * y;
  }

  /** x R, and zero where R is. */
  private static double weighted(double x, double[] p, double decay) {
    double curve = curve(x, p, decay);
    return curve == 0 ? -0.0 : x * curve;
  }

  private static double curve(double x, double[] p, double decay) {
    return RichardsCurve.value(Math.max(-FAR, x), 0, WEIGHT, p[2], decay);
  }
}
