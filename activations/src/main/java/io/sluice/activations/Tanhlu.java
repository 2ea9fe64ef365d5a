package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a tanh(c x) + b x; f' = a c sech²(c x) + b; the slopes by a, b and c are tanh(c x), x and
 * a x sech²(c x). Beyond |c x| = 1 it is b x ± a less what tanh lacks to 1, so that little is lost
 * where b x and a cancel.
 *
 * @param a height of the tangent, trained
 * @param b slope of the line, trained
 * @param c how steep the tangent is, trained
 */
@Extension
public record Tanhlu(double a, double b, double c)
    implements ActivationExtension, TrainableActivation {

  /** The preset. */
  public Tanhlu() {
    this(1, 0.1, 1);
  }

  @Override
  public String id() {
    return "tanhlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic tangent with a trained line",
            "a * tanh(c * x) + b * x",
            "Shen, Wang, Li, Zhu, 2022 (TanhLU)")
        .note("Where a tanh(c x) and b x cancel, the last places of the value are lost.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(-1e6, 1e6), "height of the tangent, trained"),
        Hyperparameter.real("b", b, Interval.closed(-1e6, 1e6), "slope of the line, trained"),
        Hyperparameter.real(
            "c", c, Interval.closed(-1e6, 1e6), "how steep the tangent is, trained"));
  }

  @Override
  public Tanhlu with(Map<String, Double> values) {
    return new Tanhlu(values.get("a"), values.get("b"), values.get("c"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a", "b", "c");
  }

  @Override
  public Interval range() {
    if (b != 0) {
      return Interval.REALS;
    }
    double height = c == 0 ? 0 : Math.abs(a);
    return height == 0 ? Interval.closed(0, 0) : Interval.open(-height, height);
  }

  @Override
  public double value(double x) {
    return value(x, a, b, c);
  }

  @Override
  public double slope(double x) {
    return slope(x, a, b, c);
  }

  @Override
  public double value(double x, double[] p) {
    return value(x, p[0], p[1], p[2]);
  }

  @Override
  public double slope(double x, double[] p) {
    return slope(x, p[0], p[1], p[2]);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    switch (parameter) {
      case 0:
        return Hyperbolic.tanh(p[2] * x);
      case 1:
        return x;
      default:
        double bell = Hyperbolic.sechSquared(p[2] * x);
        return bell == 0 ? 0 : p[0] * x * bell;
    }
  }

  private static double value(double x, double a, double b, double c) {
    double z = c * x;
    double height = z < 0 ? -a : a;
    if (!(Math.abs(z) > 1)) {
      return Math.fma(b, x, a * Hyperbolic.tanh(z));
    }
    double e = Exponential.decay(2 * z);
    double line = b == 0 ? height : Math.fma(b, x, height);
    return line - height * (2 * e / (1 + e));
  }

  private static double slope(double x, double a, double b, double c) {
    return Math.fma(a * c, Hyperbolic.sechSquared(c * x), b);
  }
}
