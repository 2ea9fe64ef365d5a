package io.sluice.activations;

import io.sluice.math.ProductAngle;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x + sin²(a x) / a, and x for a = 0; f' = 1 + sin(2 a x), computed as (sin a x + cos a x)²,
 * which keeps its accuracy near zero and is never negative. The slope by a is x sin(2 a x) / a -
 * sin²(a x) / a² = x² s (2 cos a x - s) with s = sin(a x) / (a x), so x² for a = 0. At the
 * infinities the value is infinite and the slope has no limit: NaN. Where a x overflows the slope
 * is 1, its mean, and that by a is 0.
 *
 * @param a how fast it oscillates
 */
@Extension
public record Snake(double a) implements OneParameter {

  /** The preset. */
  public Snake() {
    this(1);
  }

  @Override
  public String id() {
    return "snake";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line with a periodic part",
            "x if a == 0 else x + sin(a * x)^2 / a",
            "Ziyin, Hartwig, Ueda, arXiv 2006.08195")
        .note(
            "It is monotone and unbounded on both sides: a weight range cannot be derived from its range.")
        .note(
            "Some libraries put a small number beside a in the denominator, which changes the function.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(-1e6, 1e6), "how fast it oscillates, trained"));
  }

  @Override
  public Snake with(Map<String, Double> values) {
    return new Snake(values.get("a"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a");
  }

  @Override
  public double value(double x) {
    return value(x, a);
  }

  @Override
  public double slope(double x) {
    return slope(x, a);
  }

  @Override
  public double value(double x, double a) {
    double angle = a * x;
    return isPlain(a, angle) ? x : risen(x, a, ProductAngle.sin(a, x));
  }

  @Override
  public double slope(double x, double a) {
    double angle = a * x;
    if (isPlain(a, angle)) {
      return plainSlope(x, a);
    }
    return squareOfSum(ProductAngle.sin(a, x), ProductAngle.cos(a, x));
  }

  @Override
  public double slopeBy(double x, double a) {
    double angle = a * x;
    if (isPlain(a, angle)) {
      return a == 0 ? x * x : Step.defined(x, 0);
    }
    double ratio = angle == 0 ? 1 : ProductAngle.sin(a, x) / angle;
    return slopeBy(x, ratio, ProductAngle.cos(a, x));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    if (!isWavy(x, from, to)) {
      for (int i = from; i < to; i++) {
        y[i] = value(x[i]);
      }
      return;
    }
    double rate = a;
    Arrays.fill(y, from, to, rate);
    ProductAngle.sins(y, x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = risen(x[i], rate, y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    if (!isWavy(x, from, to)) {
      for (int i = from; i < to; i++) {
        double input = x[i];
        y[i] = value(input);
        slope[i] = slope(input);
      }
      return;
    }
    double rate = a;
    Arrays.fill(y, from, to, rate);
    ProductAngle.sinsAndCosines(y, x, y, slope, from, to);
    for (int i = from; i < to; i++) {
      double sine = y[i];
      y[i] = risen(x[i], rate, sine);
      slope[i] = squareOfSum(sine, slope[i]);
    }
  }

  @Override
  public void values(double[] x, double[][] p, double[] y, int from, int to) {
    double[] rates = p[0];
    if (!isWavy(x, rates, from, to)) {
      OneParameter.super.values(x, p, y, from, to);
      return;
    }
    ProductAngle.sins(rates, x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = risen(x[i], rates[i], y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] rates = p[0];
    if (!isWavy(x, rates, from, to)) {
      OneParameter.super.valuesAndSlopes(x, p, y, slope, by, from, to);
      return;
    }
    double[] byRate = by[0];
    ProductAngle.sinsAndCosines(rates, x, slope, byRate, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double rate = rates[i];
      double sine = slope[i];
      double cosine = byRate[i];
      slope[i] = squareOfSum(sine, cosine);
      byRate[i] = slopeBy(input, sine / (rate * input), cosine);
      y[i] = risen(input, rate, sine);
    }
  }

  /** Whether every number of the block has a sine, as is the rule. */
  private boolean isWavy(double[] x, int from, int to) {
    double rate = a;
    for (int i = from; i < to; i++) {
      if (!(Math.abs(rate * x[i]) <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return rate != 0;
  }

  /** The same with rates, and that no angle is zero. */
  private static boolean isWavy(double[] x, double[] rates, int from, int to) {
    for (int i = from; i < to; i++) {
      double angle = Math.abs(rates[i] * x[i]);
      if (!(angle > 0 && angle <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is no sine to be had: a is zero, or a x or x infinite. */
  private static boolean isPlain(double a, double angle) {
    return a == 0 || Double.isInfinite(angle);
  }

  private static double plainSlope(double x, double a) {
    return Double.isInfinite(x) && a != 0 ? Double.NaN : Step.defined(x, 1);
  }

  private static double risen(double x, double a, double sine) {
    return x + sine * (sine / a);
  }

  private static double squareOfSum(double sine, double cosine) {
    double root = sine + cosine;
    return root * root;
  }

  /** The slope by a, where the ratio is sin(a x) / (a x). */
  private static double slopeBy(double x, double ratio, double cosine) {
    return (x * ratio) * (x * (2 * cosine - ratio));
  }
}
