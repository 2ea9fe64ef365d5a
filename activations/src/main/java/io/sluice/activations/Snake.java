package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x + sin²(a x) / a, and x for a = 0; f' = 1 + sin(2 a x), computed as (sin a x + cos a x)²,
 * which keeps its accuracy near zero and is never negative. At the infinities the value is infinite
 * and the slope has no limit: NaN. Where a x overflows the slope is 1, its mean.
 *
 * @param a how fast it oscillates
 */
@Extension
public record Snake(double a) implements ActivationExtension {

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
        "x + sin²(a x) / a",
        "Ziyin, Hartwig, Ueda, arXiv 2006.08195");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(-1e6, 1e6), "how fast it oscillates"));
  }

  @Override
  public Snake with(Map<String, Double> values) {
    return new Snake(values.get("a"));
  }

  @Override
  public double value(double x) {
    double angle = a * x;
    return isPlain(angle) ? x : value(x, Trigonometric.sin(angle, tail(x, angle)));
  }

  @Override
  public double slope(double x) {
    double angle = a * x;
    if (isPlain(angle)) {
      return Double.isInfinite(x) && a != 0 ? Double.NaN : 1;
    }
    double tail = tail(x, angle);
    return slope(Trigonometric.sin(angle, tail), Trigonometric.cos(angle, tail));
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
      double angle = a * input;
      if (isPlain(angle)) {
        y[i] = value(input);
        slope[i] = slope(input);
      } else {
        double tail = tail(input, angle);
        double sine = Trigonometric.sin(angle, tail);
        y[i] = value(input, sine);
        slope[i] = slope(sine, Trigonometric.cos(angle, tail));
      }
    }
  }

  /** Whether there is no sine to be had: a is zero, or a x or x infinite. */
  private boolean isPlain(double angle) {
    return a == 0 || Double.isInfinite(angle);
  }

  /** What rounding a x lost. */
  private double tail(double x, double angle) {
    return Math.fma(a, x, -angle);
  }

  private double value(double x, double sine) {
    return x + sine * (sine / a);
  }

  private static double slope(double sine, double cosine) {
    double root = sine + cosine;
    return root * root;
  }
}
