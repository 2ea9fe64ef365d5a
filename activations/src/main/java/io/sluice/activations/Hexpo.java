package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = -a (e^(-x / b) - 1) above zero, else c (e^(x / d) - 1); f' = (a / b) e^(-x / b) above,
 * else (c / d) e^(x / d), so slope(0) = c / d. Smooth at zero only if a / b = c / d.
 *
 * @param a the upper limit
 * @param b how slowly it is reached
 * @param c the lower limit, negated
 * @param d how slowly it is reached
 */
@Extension
public record Hexpo(double a, double b, double c, double d) implements ActivationExtension {

  /** The preset. */
  public Hexpo() {
    this(1, 1, 1, 1);
  }

  @Override
  public String id() {
    return "hexpo";
  }

  @Override
  public Description description() {
    return Description.of(
            "Two exponentials that saturate",
            "-a * expm1(-x / b) if x > 0 else c * expm1(x / d)",
            "Kong and Takatsuka, IJCNN 2017 (Hexpo)")
        .note("A survey prints e^(-x / d) for the lower part, which would not saturate.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.open(-c, a);
  }

  @Override
  public double[] kinks() {
    return a / b == c / d ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "the upper limit"),
        Hyperparameter.real("b", b, Interval.openClosed(0, 1e6), "how slowly it is reached"),
        Hyperparameter.real("c", c, Interval.openClosed(0, 1e6), "the lower limit, negated"),
        Hyperparameter.real("d", d, Interval.openClosed(0, 1e6), "how slowly it is reached"));
  }

  @Override
  public Hexpo with(Map<String, Double> values) {
    return new Hexpo(values.get("a"), values.get("b"), values.get("c"), values.get("d"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? -a * Exponential.expm1(-x / b) : c * Exponential.expm1(x / d);
  }

  @Override
  public double slope(double x) {
    double power = Exponential.exp(x > 0 ? -x / b : x / d);
    return power == 0 ? 0 : (x > 0 ? a / b : c / d) * power;
  }
}
