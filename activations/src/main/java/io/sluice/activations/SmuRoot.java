package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = ((1 + α) x + √((1 - α)² x² + μ²)) / 2, written as the winning line and (μ² / 2) / (r + |(1
 * - α) x|) with the root r; f' = (1 + α + (1 - α)² x / r) / 2; the slope by μ is μ / (2 r).
 *
 * @param alpha α, the slope below zero
 * @param mu μ, how round the corner is, trained
 */
@Extension
public record SmuRoot(double alpha, double mu) implements OneParameter {

  /** The square of a smaller number has lost digits. */
  private static final double SMALL = 1e-120;

  /** The preset. */
  public SmuRoot() {
    this(0.25, 1);
  }

  @Override
  public String id() {
    return "smu-1";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth maximum of x and α x by a root",
            "((1 + alpha) * x + sqrt((1 - alpha)^2 * x^2 + mu^2)) / 2",
            "Biswas, Kumar, Banerjee, Pandey, arXiv 2111.04682")
        .note(
            "The authors start from a mu of about 4e-9, with which it is a leaky rectifier to the eye; 1 is ours.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closedOpen(0, 1), "α, the slope below zero"),
        Hyperparameter.real(
            "mu", mu, Interval.closed(-1e6, 1e6), "μ, how round the corner is, trained"));
  }

  @Override
  public SmuRoot with(Map<String, Double> values) {
    return new SmuRoot(values.get("alpha"), values.get("mu"));
  }

  @Override
  public List<String> trainable() {
    return List.of("mu");
  }

  @Override
  public double value(double x) {
    return value(x, mu);
  }

  @Override
  public double slope(double x) {
    return slope(x, mu);
  }

  @Override
  public Interval range() {
    return alpha > 0 ? Interval.REALS : mu == 0 ? Interval.NOT_NEGATIVE : Interval.POSITIVE;
  }

  @Override
  public double[] kinks() {
    return mu == 0 ? new double[] {0} : new double[0];
  }

  @Override
  public double value(double x, double mu) {
    double distance = Math.abs((1 - alpha) * x);
    double line = x < 0 ? (alpha == 0 ? 0 : alpha * x) : x;
    if (mu == 0) {
      return line;
    }
    double root = Roots.ofSquares(distance, mu);
    double value = line + 0.5 * mu * (mu / (root + distance));
    boolean cancels = Math.abs(value) < -line && Math.abs(mu) > SMALL;
    return cancels ? nearZero(x, mu, root) : value;
  }

  /** The same below zero, where the terms cancel: (μ² - 4 α x²) / (2 (r + (1 + α) |x|)). */
  private double nearZero(double x, double mu, double root) {
    double square = mu * mu;
    double side = 4 * alpha * x;
    double product = side * x;
    double lost =
        Math.fma(mu, mu, -square) - Math.fma(side, x, -product) - Math.fma(4 * alpha, x, -side) * x;
    return 0.5 * (square - product + lost) / (root - (1 + alpha) * x);
  }

  @Override
  public double slope(double x, double mu) {
    double distance = (1 - alpha) * x;
    double root = Roots.ofSquares(distance, mu);
    double share = mu == 0 || Double.isInfinite(root) ? Math.signum(x) : distance / root;
    if (share < 0 && mu != 0) {
      // 1 + share without cancellation, which is (μ / r)² / (1 - share).
      double height = mu / root;
      return alpha + 0.5 * (1 - alpha) * (height * (height / (1 - share)));
    }
    return 0.5 * (1 + alpha + (1 - alpha) * share);
  }

  @Override
  public double slopeBy(double x, double mu) {
    return mu == 0 ? Step.defined(x, 0) : 0.5 * (mu / Roots.ofSquares((1 - alpha) * x, mu));
  }
}
