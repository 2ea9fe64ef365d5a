package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else α x / (1 + |x|); f' = 1 above, else α / (1 + |x|)², so slope(0) = α.
 * Smooth at zero only for α = 1.
 *
 * @param alpha α, how far below zero the function saturates
 */
@Extension
public record SignRelu(double alpha) implements ActivationExtension {

  /** The preset. */
  public SignRelu() {
    this(1);
  }

  @Override
  public String id() {
    return "sign-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a softsign below zero",
            "x if x > 0 else alpha * x / (1 + abs(x))",
            "Lin and Shen, 2018 (SignReLU); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.above(-alpha);
  }

  @Override
  public double[] kinks() {
    return alpha == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha",
            alpha,
            Interval.openClosed(0, 1e6),
            "α, how far below zero the function saturates"));
  }

  @Override
  public SignRelu with(Map<String, Double> values) {
    return new SignRelu(values.get("alpha"));
  }

  @Override
  public double value(double x) {
    if (x > 0) {
      return x;
    }
    return alpha * (Double.isInfinite(x) ? -1 : x / (1 - x));
  }

  @Override
  public double slope(double x) {
    if (x > 0) {
      return 1;
    }
    double inverse = 1 / (1 - x);
    return alpha * inverse * inverse;
  }
}
