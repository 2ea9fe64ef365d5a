package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else (1 - x)^-n - 1, as e^(-n ln(1 - x)) - 1; f' = 1 above, else n (1 -
 * x)^(-n - 1), so slope(0) = n. Smooth at zero only for n = 1.
 *
 * @param n how fast it saturates below zero
 */
@Extension
public record Polu(double n) implements ActivationExtension {

  /** The preset. */
  public Polu() {
    this(1);
  }

  @Override
  public String id() {
    return "polu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The power linear unit",
            "x if x > 0 else expm1(-n * log1p(-x))",
            "Li, Ding, Li, arXiv 1802.00212")
        .note("The paper tries n = 1, 1.5 and 2.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.above(-1);
  }

  @Override
  public double[] kinks() {
    return n == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "n", n, Interval.openClosed(0, 100), "how fast it saturates below zero"));
  }

  @Override
  public Polu with(Map<String, Double> values) {
    return new Polu(values.get("n"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : Exponential.expm1(-n * Logarithm.log1p(-x));
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : n * Exponential.exp(-(n + 1) * Logarithm.log1p(-x));
  }
}
