package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (x + sqrt(x² + b)) / 2, below zero computed as (b / 2) / (sqrt(x² + b) - x), in which
 * nothing cancels; f' = (1 + x / sqrt(x² + b)) / 2 alike. For b = 0 it is relu, with a kink at zero
 * and slope(0) = 0, from the left.
 *
 * @param b how wide the bend about zero is
 */
@Extension
public record Squareplus(double b) implements ActivationExtension {

  /** From here on x² + b is x². */
  private static final double LARGE = 1e100;

  /** The preset. */
  public Squareplus() {
    this(4);
  }

  @Override
  public String id() {
    return "squareplus";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth rectifier of plain arithmetic",
            "(x + sqrt(x^2 + b)) / 2",
            "Barron, arXiv 2112.11687")
        .note("The preset b = 4 is JAX's; it has the curvature of softplus at zero, 1/4.")
        .note("The formula cancels for x far below zero; Sluice's values keep their accuracy.");
  }

  @Override
  public Interval range() {
    return b == 0 ? Interval.atLeast(0) : Interval.POSITIVE;
  }

  @Override
  public double[] kinks() {
    return b == 0 ? new double[] {0} : new double[0];
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("b", b, Interval.closed(0, 1e6), "how wide the bend about zero is"));
  }

  @Override
  public Squareplus with(Map<String, Double> values) {
    return new Squareplus(values.get("b"));
  }

  @Override
  public double value(double x) {
    double root = root(x);
    return x < 0 ? 0.5 * b / (root - x) : 0.5 * x + 0.5 * root;
  }

  @Override
  public double slope(double x) {
    double root = root(x);
    if (Double.isInfinite(x)) {
      return x < 0 ? 0 : 1;
    }
    return x > 0 ? 0.5 + 0.5 * (x / root) : root == 0 ? 0 : 0.5 * b / root / (root - x);
  }

  private double root(double x) {
    return Math.abs(x) > LARGE ? Math.abs(x) : Math.sqrt(Math.fma(x, x, b));
  }
}
