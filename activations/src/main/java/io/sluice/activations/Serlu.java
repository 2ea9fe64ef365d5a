package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = λ x above zero, else λ α x e^x; f' = λ above, else λ α (1 + x) e^x, so slope(0) = λ α. -0
 * at negative infinity.
 *
 * @param alpha α, how deep the valley is
 * @param scale λ, the slope above zero
 */
@Extension
public record Serlu(double alpha, double scale) implements DecayForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  /** The preset. */
  public Serlu() {
    this(2.90427, 1.07862);
  }

  @Override
  public String id() {
    return "serlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The scaled exponentially-regularised linear unit",
            "lambda * x if x > 0 else lambda * alpha * x * exp(x)",
            "Zhang and Li, arXiv 1807.10117")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-scale * alpha * 0.36787944117144233);
  }

  @Override
  public double[] kinks() {
    return alpha == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.openClosed(0, 1e6), "α, how deep the valley is"),
        Hyperparameter.real(
            "lambda", scale, Interval.openClosed(0, 1e6), "λ, the slope above zero"));
  }

  @Override
  public Serlu with(Map<String, Double> values) {
    return new Serlu(values.get("alpha"), values.get("lambda"));
  }

  @Override
  public double value(double x, double e) {
    return x > 0 ? scale * x : scale * alpha * (Math.max(x, -FAR) * e);
  }

  @Override
  public double slope(double x, double e) {
    return x > 0 ? scale : scale * alpha * ((1 + Math.max(x, -FAR)) * e);
  }
}
