package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else 0.01 x (x - 2); f' = 1 above zero, else 0.02 (x - 1), so slope(0) =
 * -0.02.
 */
@Extension
public record Qrelu() implements ActivationExtension {

  @Override
  public String id() {
    return "qrelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a shallow parabola below zero",
            "x if x > 0 else 0.01 * x * (x - 2)",
            "Parisi, Neagu, Ma, Campean, arXiv 2010.08031")
        .note("Below zero its values are positive and its slope is negative, without bound.")
        .note("The quantum in its name is a motive; nothing here is computed on quantum hardware.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : 0.01 * x * (x - 2);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : 0.02 * (x - 1);
  }
}
