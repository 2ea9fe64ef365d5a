package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Gaussian;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = erf x; f' = 2 / √π e^(-x²). */
@Extension
public record Erf() implements ActivationExtension {

  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  @Override
  public String id() {
    return "erf";
  }

  @Override
  public Description description() {
    return Description.of("The error function", "erf(x)", "")
        .note(
            "It saturates faster than any exponential: beyond 27.3 its slope is zero in "
                + "double precision.")
        .note("Means of it over normal inputs have closed forms, so theory likes it.");
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public double value(double x) {
    return ErrorFunction.erf(x);
  }

  @Override
  public double slope(double x) {
    return TWO_OVER_SQRT_PI * Gaussian.gaussian(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    ErrorFunction.erfs(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    slopes(x, slope, from, to);
    values(x, y, from, to);
  }

  private static void slopes(double[] x, double[] slope, int from, int to) {
    Gaussian.gaussians(x, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = TWO_OVER_SQRT_PI * slope[i];
    }
  }
}
