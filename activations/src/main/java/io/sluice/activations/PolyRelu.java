package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a0 + a1 r + a2 r² + a3 r³ with r = max(0, x), all trained; f' = a1 + 2 a2 r + 3 a3 r²
 * above zero, else 0, so slope(0) = 0. The slopes by the coefficients are the powers of r.
 *
 * @param a0 the constant, trained
 * @param a1 the coefficient of the power 1, trained
 * @param a2 the coefficient of the power 2, trained
 * @param a3 the coefficient of the power 3, trained
 */
@Extension
public record PolyRelu(double a0, double a1, double a2, double a3)
    implements ActivationExtension, TrainableActivation {

  /** The preset. */
  public PolyRelu() {
    this(0, 1.0 / 3, 1.0 / 3, 1.0 / 3);
  }

  @Override
  public String id() {
    return "poly-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A trained polynomial of the rectifier",
            "a0 + a1 * relu(x) + a2 * relu(x)^2 + a3 * relu(x)^3",
            "Zhuo and others, arXiv 2411.03884")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a0", a0, Interval.closed(-1e6, 1e6), "the constant, trained"),
        Hyperparameter.real(
            "a1", a1, Interval.closed(-1e6, 1e6), "the coefficient of the power 1, trained"),
        Hyperparameter.real(
            "a2", a2, Interval.closed(-1e6, 1e6), "the coefficient of the power 2, trained"),
        Hyperparameter.real(
            "a3", a3, Interval.closed(-1e6, 1e6), "the coefficient of the power 3, trained"));
  }

  @Override
  public PolyRelu with(Map<String, Double> values) {
    return new PolyRelu(values.get("a0"), values.get("a1"), values.get("a2"), values.get("a3"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a0", "a1", "a2", "a3");
  }

  @Override
  public Interval range() {
    double[] c = {a0, a1, a2, a3};
    double end = a3 != 0 ? a3 : a2 != 0 ? a2 : a1;
    double lower = end < 0 ? Double.NEGATIVE_INFINITY : a0;
    double upper = end > 0 ? Double.POSITIVE_INFINITY : a0;
    for (double turn : Polynomial.signChanges(a1, 2 * a2, 3 * a3)) {
      if (turn > 0) {
        lower = Math.min(lower, Polynomial.value(c, turn));
        upper = Math.max(upper, Polynomial.value(c, turn));
      }
    }
    return Interval.closed(lower, upper);
  }

  @Override
  public double[] kinks() {
    return a1 == 0 ? new double[0] : new double[] {0};
  }

  @Override
  public double[] initialParameters() {
    return new double[] {a0, a1, a2, a3};
  }

  @Override
  public double value(double x, double[] p) {
    return Polynomial.value(p, Math.max(0, x));
  }

  @Override
  public double slope(double x, double[] p) {
    return x > 0 ? Polynomial.slope(p, 0, p.length, x) : Double.isNaN(x) ? x : 0;
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    double r = Math.max(0, x);
    return Step.defined(
        x, parameter == 0 ? 1 : parameter == 1 ? r : parameter == 2 ? r * r : r * r * r);
  }
}
