package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x tanh x, even; f' = tanh x + x sech² x. Infinite at both infinities, with slopes -1 and
 * 1.
 */
@Extension
public record Lisht() implements ActivationExtension {

  /** From here on sech² is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "lisht";
  }

  @Override
  public Description description() {
    return Description.of(
            "The linearly scaled hyperbolic tangent", "x * tanh(x)", "Roy et al., arXiv 1901.05894")
        .note("It is even, a smooth absolute value: x and -x are not told apart.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double value(double x) {
    return x * Hyperbolic.tanh(x);
  }

  @Override
  public double slope(double x) {
    return slope(x, Hyperbolic.tanh(x), Hyperbolic.sechSquared(x));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = x[i] * y[i];
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Hyperbolic.tanhsAndSlopes(x, y, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double tanh = y[i];
      y[i] = input * tanh;
      slope[i] = slope(input, tanh, slope[i]);
    }
  }

  private static double slope(double x, double tanh, double sechSquared) {
    return Math.fma(Math.max(-FAR, Math.min(FAR, x)), sechSquared, tanh);
  }
}
