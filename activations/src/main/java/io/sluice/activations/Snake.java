package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
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
    return isPlain(a, angle) ? x : risen(x, a, Trigonometric.sin(angle, tail(x, a, angle)));
  }

  @Override
  public double slope(double x, double a) {
    double angle = a * x;
    if (isPlain(a, angle)) {
      return plainSlope(x, a);
    }
    double tail = tail(x, a, angle);
    return squareOfSum(Trigonometric.sin(angle, tail), Trigonometric.cos(angle, tail));
  }

  @Override
  public double slopeBy(double x, double a) {
    double angle = a * x;
    if (isPlain(a, angle)) {
      return a == 0 ? x * x : 0;
    }
    double tail = tail(x, a, angle);
    return slopeBy(x, angle, Trigonometric.sin(angle, tail), Trigonometric.cos(angle, tail));
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double angle = a * input;
      if (isPlain(a, angle)) {
        y[i] = input;
        slope[i] = plainSlope(input, a);
      } else {
        double tail = tail(input, a, angle);
        double sine = Trigonometric.sin(angle, tail);
        y[i] = risen(input, a, sine);
        slope[i] = squareOfSum(sine, Trigonometric.cos(angle, tail));
      }
    }
  }

  @Override
  public void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] rates = p[0];
    double[] byRate = by[0];
    for (int i = from; i < to; i++) {
      double input = x[i];
      double rate = rates[i];
      double angle = rate * input;
      if (isPlain(rate, angle)) {
        slope[i] = plainSlope(input, rate);
        byRate[i] = rate == 0 ? input * input : 0;
        y[i] = input;
      } else {
        double tail = tail(input, rate, angle);
        double sine = Trigonometric.sin(angle, tail);
        double cosine = Trigonometric.cos(angle, tail);
        slope[i] = squareOfSum(sine, cosine);
        byRate[i] = slopeBy(input, angle, sine, cosine);
        y[i] = risen(input, rate, sine);
      }
    }
  }

  /** Whether there is no sine to be had: a is zero, or a x or x infinite. */
  private static boolean isPlain(double a, double angle) {
    return a == 0 || Double.isInfinite(angle);
  }

  private static double plainSlope(double x, double a) {
    return Double.isInfinite(x) && a != 0 ? Double.NaN : 1;
  }

  /** What rounding a x lost. */
  private static double tail(double x, double a, double angle) {
    return Math.fma(a, x, -angle);
  }

  private static double risen(double x, double a, double sine) {
    return x + sine * (sine / a);
  }

  private static double squareOfSum(double sine, double cosine) {
    double root = sine + cosine;
    return root * root;
  }

  private static double slopeBy(double x, double angle, double sine, double cosine) {
    double ratio = angle == 0 ? 1 : sine / angle;
    return (x * ratio) * (x * (2 * cosine - ratio));
  }
}
