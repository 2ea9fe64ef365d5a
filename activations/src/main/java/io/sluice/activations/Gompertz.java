package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = e^(-e^-x); f' = e^-x e^(-e^-x). What rounding the inner exponential lost is made good in
 * the outer one, which would magnify it.
 */
@Extension
public record Gompertz() implements ActivationExtension {

  /** Below it the value is zero; far below it e^-x overflows. */
  private static final double FAR = -700;

  @Override
  public String id() {
    return "gompertz";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gompertz's curve, a sigmoid that vanishes fast below and saturates slowly " + "above",
            "exp(-exp(-x))",
            "")
        .aliases("log-log")
        .note("It is 1 - cloglog(-x).");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public double value(double x) {
    double inner = inner(x);
    return value(x, inner, Exponential.exp(-inner));
  }

  @Override
  public double slope(double x) {
    double inner = inner(x);
    return inner * Exponential.exp(-inner);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = value(x[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double inner = inner(input);
      double power = Exponential.exp(-inner);
      y[i] = value(input, inner, power);
      slope[i] = inner * power;
    }
  }

  /** e^-x. */
  private static double inner(double x) {
    return Exponential.exp(-Math.max(x, FAR));
  }

  /** The power is e^-inner; what rounding the inner exponential lost counts here. */
  private static double value(double x, double inner, double power) {
    return Math.fma(-PreciseExponential.missing(-x, inner), power, power);
  }
}
