package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x σ(x) with the logistic function σ; f' = σ(x) (1 + x σ(-x)). -0 at negative infinity. */
@Extension
public record Silu() implements ActivationExtension {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "silu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The sigmoid linear unit", "x * sigmoid(x)", "Elfwing, Uchibe, Doya, arXiv 1702.03118")
        .aliases("swish", "swish-1")
        .note("Swish with a steepness beta is acon-a, whose preset beta = 1 gives this.")
        .note(
            "The program ActTensor writes 1 - exp(-x) in the denominator, which has a pole at zero:"
                + " another function.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.2784645427610738);
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
    if (y == x) {
      for (int i = from; i < to; i++) {
        y[i] = value(x[i]);
      }
      return;
    }
    Exponential.decays(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double[] decay = slope == x ? y : slope;
    Exponential.decays(x, decay, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double e = decay[i];
      y[i] = value(input, e);
      slope[i] = slope(input, e);
    }
  }

  private static double value(double x, double e) {
    return x < 0 ? Math.max(x, -FAR) * (e / (1 + e)) : x / (1 + e);
  }

  private static double slope(double x, double e) {
    double numerator = x < 0 ? e * (1 + e + Math.max(x, -FAR)) : 1 + e + Math.min(x, FAR) * e;
    return numerator / ((1 + e) * (1 + e));
  }
}
