package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x / (1 - x w) with w = e^(-x - e^x); f' = (1 - x² w (1 + e^x)) / (1 - x w)². Below zero
 * both are written in terms of v = 1 / w, which cannot overflow, and what rounding x + e^x lost is
 * made good in it. -0 with slope 0 at negative infinity, slope 1 at infinity.
 */
@Extension
public final class Colu extends OnePass {

  /** Beyond it the gate is open to the last place. */
  private static final double HIGHEST = 40;

  @Override
  public String id() {
    return "colu";
  }

  @Override
  public Description description() {
    return Description.of(
        "The collapsing linear unit, a smooth gated unit",
        "x / (1 - x * exp(-(x + exp(x))))",
        "Deeper Learning with CoLU Activation, arXiv 2112.12078");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.37715856839612916);
  }

  @Override
  Pass pass() {
    return Pass.EXP;
  }

  @Override
  double argument(double x) {
    return Math.min(HIGHEST, x);
  }

  @Override
  double value(double x, double power) {
    double decay = decay(x, power);
    if (x < 0) {
      double near = Math.max(x, -FAR);
      return near * (decay / (decay - near));
    }
    return x / (1 - Math.min(x, FAR) * decay);
  }

  @Override
  double slope(double x, double power) {
    double near = withinFar(x);
    double decay = decay(x, power);
    double square = near * near * (1 + power);
    if (x < 0) {
      double under = decay - near;
      return decay * (decay - square) / (under * under);
    }
    double under = 1 - near * decay;
    return (1 - square * decay) / (under * under);
  }

  /** v below zero, else w. */
  private static double decay(double x, double power) {
    double near = Math.max(-FAR, Math.min(HIGHEST, x));
    double sum = near + power;
    if (x < 0) {
      double back = sum - near;
      double lost = (near - (sum - back)) + (power - back);
      return Exponential.exp(sum) * (1 + lost);
    }
    return Exponential.exp(-sum);
  }
}
