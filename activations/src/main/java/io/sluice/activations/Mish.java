package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x tanh(ln(1 + e^x)). With e = e^-|x| the hyperbolic tangent is (1 + 2e) / (1 + 2e + 2e²)
 * above zero and (2e + e²) / (2 + 2e + e²) below, a ratio of positive terms. -0 at negative
 * infinity.
 */
@Extension
public record Mish() implements ActivationExtension {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "mish";
  }

  @Override
  public Description description() {
    return Description.of("A smooth gated unit", "x * tanh(softplus(x))", "Misra, arXiv 1908.08681")
        .note("Its least value is -0.30884341, at x = -1.1924312.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.30884341301725043);
  }

  @Override
  public double value(double x) {
    return value(x, Exponential.decay(x));
  }

  @Override
  public double slope(double x) {
    return slope(x, Exponential.decay(x));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Exponential.decays(x, y, from, to);
    finish(x, y, from, to);
  }

  /** A method of its own, or the compiler might find no room for it beside the one before. */
  private static void finish(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Exponential.decays(x, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double e = slope[i];
      y[i] = value(input, e);
      slope[i] = slope(input, e);
    }
  }

  private static double value(double x, double e) {
    double above = Step.of(x);
    double over = numerator(above, e);
    double under = over + (2 * (1 - above) + above * (2 * e * e));
    return Math.max(x, -FAR) * (over / under);
  }

  /** tanh(s) + x σ(x) sech²(s) with s = ln(1 + e^x), over one denominator. */
  private static double slope(double x, double e) {
    double above = Step.of(x);
    double over = numerator(above, e);
    double under = over + (2 * (1 - above) + above * (2 * e * e));
    double weight = 4 * e * (1 + e) * ((1 - above) + above * e);
    double near = Math.max(-FAR, Math.min(FAR, x));
    return (over * under + near * weight) / (under * under);
  }

  private static double numerator(double above, double e) {
    return (1 - above) * (e * (2 + e)) + above * (1 + 2 * e);
  }
}
