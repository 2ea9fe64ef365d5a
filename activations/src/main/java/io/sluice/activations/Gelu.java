package io.sluice.activations;

import io.sluice.math.Normal;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x Φ(x) with the exact normal distribution Φ, not the tanh approximation that some
 * libraries give by default; f' = Φ(x) + x φ(x). -0 at negative infinity.
 */
@Extension
public record Gelu() implements ActivationExtension {

  /** From here on φ is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "gelu";
  }

  @Override
  public Description description() {
    return Description.of(
        "The Gaussian error linear unit, exact", "x Φ(x)", "Hendrycks, Gimpel, arXiv 1606.08415");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.16997120747990366);
  }

  @Override
  public double value(double x) {
    return value(x, Normal.cumulative(x));
  }

  @Override
  public double slope(double x) {
    double density = Normal.density(x);
    return slope(x, density, Normal.cumulative(x, density));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = value(x[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double[] densities = slope == x ? y : slope;
    Normal.densities(x, densities, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double density = densities[i];
      double cumulative = Normal.cumulative(input, density);
      y[i] = value(input, cumulative);
      slope[i] = slope(input, density, cumulative);
    }
  }

  private static double value(double x, double cumulative) {
    return Math.max(x, -FAR) * cumulative;
  }

  private static double slope(double x, double density, double cumulative) {
    return Math.fma(Math.max(-FAR, Math.min(FAR, x)), density, cumulative);
  }
}
