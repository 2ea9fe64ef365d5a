package io.sluice.activations;

import io.sluice.math.Logistic;
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
    return value(x, Logistic.sigmoid(x));
  }

  @Override
  public double slope(double x) {
    return slope(x, Logistic.sigmoid(x), Logistic.sigmoidSlope(x));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Logistic.sigmoids(x, y, from, to);
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
    Logistic.sigmoidsAndSlopes(x, y, slope, from, to);
    finish(x, y, slope, from, to);
  }

  private static void finish(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double sigmoid = y[i];
      y[i] = value(input, sigmoid);
      slope[i] = slope(input, sigmoid, slope[i]);
    }
  }

  private static double value(double x, double sigmoid) {
    return Math.max(x, -FAR) * sigmoid;
  }

  /** Beyond FAR the slope of the logistic function is zero. */
  private static double slope(double x, double sigmoid, double sigmoidSlope) {
    return Math.fma(Math.max(-FAR, Math.min(FAR, x)), sigmoidSlope, sigmoid);
  }
}
