package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else |a| tanh(|b| x); f' = 1 above zero, else |a b| sech²(b x), so slope(0)
 * = |a b|. -|a| with slope 0 at negative infinity. The slopes by a and b are 0 above zero, else
 * tanh(|b| x) and |a| x sech²(b x) with the signs of a and b; at zero those count as positive.
 */
@Extension
public final class Ptelu extends TrainedPass {

  /** The preset. */
  public Ptelu() {
    this(1, 1);
  }

  private Ptelu(double a, double b) {
    super(
        Pass.TANH,
        Hyperparameter.real("a", a, ANY, "how far below zero the function saturates"),
        Hyperparameter.real("b", b, ANY, "how fast it saturates"));
  }

  @Override
  public String id() {
    return "ptelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line above zero and a trained hyperbolic tangent below",
            "x if x >= 0 else abs(a) * tanh(abs(b) * x)",
            "Duggal, Gupta: P-TELU, 2017")
        .sourceUnread()
        .note("The paper asks for positive parameters; the absolute values see to that.");
  }

  @Override
  public Interval range() {
    double[] start = initialParameters();
    return start[0] * start[1] == 0 ? Interval.atLeast(0) : Interval.above(-Math.abs(start[0]));
  }

  @Override
  public double[] kinks() {
    double[] start = initialParameters();
    return Math.abs(start[0] * start[1]) == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public Ptelu with(Map<String, Double> values) {
    return new Ptelu(values.get("a"), values.get("b"));
  }

  @Override
  double argument(double x, double[] p) {
    return z(x, p);
  }

  private static double z(double x, double[] p) {
    // At negative infinity a steepness of zero gives 0, not NaN.
    return Math.abs(p[1]) * Math.max(-Double.MAX_VALUE, Math.min(0, x));
  }

  @Override
  double value(double x, double[] p, double tanh) {
    return x > 0 ? x : Math.abs(p[0]) * tanh;
  }

  @Override
  double slope(double x, double[] p, double tanh) {
    return x > 0 ? 1 : Math.abs(p[0] * p[1]) * bell(x, p);
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double tanh) {
    if (x > 0) {
      return 0;
    }
    if (parameter == 0) {
      return p[0] < 0 ? -tanh : tanh;
    }
    double slope = bell(x, p);
    double size = slope == 0 ? 0 : Math.abs(p[0]) * (x * slope);
    return p[1] < 0 ? -size : size;
  }

  private static double bell(double x, double[] p) {
    return Hyperbolic.sechSquared(z(x, p));
  }
}
