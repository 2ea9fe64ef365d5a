package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x e^(-e^-x), the line times the distribution of Gumbel; with u = e^-x, f' = e^-u (1 + x
 * u). -0 at negative infinity.
 */
@Extension
public record Golu() implements OneFunction {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "golu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The Gompertz linear unit",
            "x * exp(-exp(-x))",
            "Das, Safari, Adriaensen, Hutter, arXiv 2502.03654")
        .aliases("exp-expish")
        .note(
            "Far below zero the exponential of an exponential costs last places: relative errors reach 1e-13.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.09726013122763941);
  }

  @Override
  public double inner(double x) {
    return Exponential.exp(-x);
  }

  @Override
  public void inners(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -x[i];
    }
    Exponential.exps(y, y, from, to);
  }

  @Override
  public double value(double x, double u) {
    return Math.max(x, -FAR) * Exponential.exp(-u);
  }

  @Override
  public double slope(double x, double u) {
    return u > FAR ? 0 : Exponential.exp(-u) * (1 + Math.min(x, FAR) * u);
  }
}
