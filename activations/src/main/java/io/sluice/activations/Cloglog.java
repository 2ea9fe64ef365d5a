package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 1 - e^(-e^x), the inverse of the complementary log-log link; f' = e^x e^(-e^x). The value
 * is -expm1(-e^x), accurate in the lower tail too.
 */
@Extension
public record Cloglog() implements ActivationExtension {

  /** From here on e^(-e^x) is zero; beyond it e^x overflows. */
  private static final double FAR = 700;

  @Override
  public String id() {
    return "cloglog";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sigmoid that saturates fast above and slowly below", "1 - exp(-exp(x))", "")
        .aliases("complementary-log-log")
        .note("The name is that of its inverse, the complementary log-log link of statistics.")
        .note(
            "The package activations-plus has its mirror image, 1 - exp(-exp(-x)), under this name.");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public double value(double x) {
    return -Exponential.expm1(-inner(x));
  }

  @Override
  public double slope(double x) {
    double inner = inner(x);
    return inner * Exponential.exp(-inner);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    inners(x, y, from, to);
    outers(y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    inners(x, y, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = -y[i];
    }
    Exponential.exps(slope, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = y[i] * slope[i];
    }
    outers(y, from, to);
  }

  private static double inner(double x) {
    return Exponential.exp(Math.min(x, FAR));
  }

  private static void inners(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.min(x[i], FAR);
    }
    Exponential.exps(y, y, from, to);
  }

  private static void outers(double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -y[i];
    }
    Exponential.expm1s(y, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = -y[i];
    }
  }
}
