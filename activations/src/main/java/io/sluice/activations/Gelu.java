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

  /** What makes the bell a density. */
  private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

  @Override
  public String id() {
    return "gelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The Gaussian error linear unit, exact",
            "x * normcdf(x)",
            "Hendrycks, Gimpel, arXiv 1606.08415")
        .note(
            "gelu is this exact form in PyTorch and Keras, but gelu-tanh in JAX unless asked"
                + " otherwise.")
        .note(
            "Below -37, where the value is subnormal, its error reaches 5 units in the last place.")
        .note(
            "PyTorch and Keras lose the lower tail: at -8 their value is 2% off, at -30 it is zero.");
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
    double bell = Normal.bell(x);
    return slope(x, bell, Normal.cumulative(x, bell));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Normal.cumulatives(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Normal.bells(x, slope, from, to);
    Normal.cumulatives(x, slope, y, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double cumulative = y[i];
      y[i] = value(input, cumulative);
      slope[i] = slope(input, slope[i], cumulative);
    }
  }

  private static double value(double x, double cumulative) {
    return Math.max(x, -FAR) * cumulative;
  }

  private static double slope(double x, double bell, double cumulative) {
    return Math.fma(Math.max(-FAR, Math.min(FAR, x)), bell * INVERSE_SQRT_TWO_PI, cumulative);
  }
}
