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
 * f(x) = (λ1 x + λ2) / (x² + d²), all trained, and 0 where x and d are 0; f' = (λ1 - 2 x f) / (x² +
 * d²); the slopes by λ1, λ2 and d are x / (x² + d²), 1 / (x² + d²) and -2 d f / (x² + d²).
 *
 * @param lambda1 λ1, the odd part, trained
 * @param lambda2 λ2, the even part, trained
 * @param d d, the width, trained
 */
@Extension
public record Cauchy(double lambda1, double lambda2, double d)
    implements ActivationExtension, TrainableActivation {

  /** Beyond it a square could overflow, and the even part does not matter. */
  private static final double FAR = 0x1p500;

  /** The preset. */
  public Cauchy() {
    this(1, 1, 1);
  }

  @Override
  public String id() {
    return "cauchy";
  }

  @Override
  public Description description() {
    return Description.of(
            "The activation of Cauchy's integral formula",
            "lambda1 * x / (x^2 + d^2) + lambda2 / (x^2 + d^2)",
            "Li, Xia, Zhang, arXiv 2409.19221")
        .note("The presets are ours.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "lambda1", lambda1, Interval.closed(-1e6, 1e6), "λ1, the odd part, trained"),
        Hyperparameter.real(
            "lambda2", lambda2, Interval.closed(-1e6, 1e6), "λ2, the even part, trained"),
        Hyperparameter.real("d", d, Interval.closed(1e-6, 1e3), "d, the width, trained"));
  }

  @Override
  public Cauchy with(Map<String, Double> values) {
    return new Cauchy(values.get("lambda1"), values.get("lambda2"), values.get("d"));
  }

  @Override
  public List<String> trainable() {
    return List.of("lambda1", "lambda2", "d");
  }

  @Override
  public Interval range() {
    double middle = lambda2 / (2 * d * d);
    double reach = Roots.ofSquares(lambda2, lambda1 * d) / (2 * d * d);
    return lambda1 == 0 && lambda2 == 0
        ? Interval.closed(0, 0)
        : new Interval(
            middle - reach,
            middle + reach,
            lambda1 != 0 || lambda2 < 0,
            lambda1 != 0 || lambda2 > 0);
  }

  @Override
  public double value(double x) {
    return value(x, lambda1, lambda2, d);
  }

  @Override
  public double slope(double x) {
    return slope(x, lambda1, lambda2, d);
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
    double bell = bell(x, p[2]);
    return parameter == 0 ? share(x, bell) : parameter == 1 ? bell : -2 * p[2] * value(x, p) * bell;
  }

  private static double value(double x, double lambda1, double lambda2, double d) {
    double bell = bell(x, d);
    return Math.abs(x) > FAR ? lambda1 / x : Math.fma(lambda1, x, lambda2) * bell;
  }

  private static double slope(double x, double lambda1, double lambda2, double d) {
    double bell = bell(x, d);
    return lambda1 * bell - 2 * share(x, bell) * value(x, lambda1, lambda2, d);
  }

  /** 1 / (x² + d²), and 0 where both are 0. */
  private static double bell(double x, double d) {
    double square = Math.fma(x, x, d * d);
    return square == 0 ? 0 : 1 / square;
  }

  /** x / (x² + d²). */
  private static double share(double x, double bell) {
    return Math.abs(x) > FAR ? 1 / x : x * bell;
  }
}
