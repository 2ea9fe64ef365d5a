package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = β (√(x² + 1) - 1) + x, with a trained β; f' = 1 + β x / √(x² + 1); the slope by β is √(x²
 * + 1) - 1 = x² / (√(x² + 1) + 1). Where the terms differ in sign and x is large they are put
 * together as (1 - |β|) x and a rest.
 *
 * @param beta β, how far it bends, trained
 */
@Extension
public record Blu(double beta) implements OneParameter {

  /** The preset. */
  public Blu() {
    this(0.5);
  }

  @Override
  public String id() {
    return "blu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The bendable linear unit",
            "beta * (sqrt(x^2 + 1) - 1) + x",
            "Godfrey, 2019, bendable linear units")
        .note("With the preset, which is ours, it is bent-identity.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("beta", beta, Interval.closed(-1, 1), "β, how far it bends, trained"));
  }

  @Override
  public Blu with(Map<String, Double> values) {
    return new Blu(values.get("beta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("beta");
  }

  @Override
  public double value(double x) {
    return value(x, beta);
  }

  @Override
  public double slope(double x) {
    return slope(x, beta);
  }

  @Override
  public Interval range() {
    if (Math.abs(beta) < 1) {
      return Interval.REALS;
    }
    return beta > 0 ? Interval.above(-1) : new Interval(Double.NEGATIVE_INFINITY, 1, false, false);
  }

  @Override
  public double value(double x, double beta) {
    double a = Math.abs(x);
    if (a > 1 && x < 0 != beta < 0) {
      double rest = 1 / (Roots.ofSquares(x, 1) + a) - 1;
      double line = 1 - Math.abs(beta);
      return (line == 0 ? 0 : line * x) + beta * rest;
    }
    return Math.fma(beta, slopeBy(x, beta), x);
  }

  @Override
  public double slope(double x, double beta) {
    double share = Double.isInfinite(x) ? Math.signum(x) : x / Roots.ofSquares(x, 1);
    if (share * beta < 0) {
      double r = Roots.ofSquares(x, 1);
      return 1 - Math.abs(beta) + Math.abs(beta) * (1 / r / (r + Math.abs(x)));
    }
    return Math.fma(beta, share, 1);
  }

  @Override
  public double slopeBy(double x, double beta) {
    return Double.isInfinite(x) ? Math.abs(x) : x * (x / (Roots.ofSquares(x, 1) + 1));
  }
}
