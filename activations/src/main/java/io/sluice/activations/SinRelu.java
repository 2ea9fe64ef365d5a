package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = sin x + max(0, x); f' = cos x, and above zero 1 + cos x = 2 cos²(x / 2), which does not
 * cancel at odd multiples of π. slope(0) = 1, the left one. NaN at the infinities.
 */
@Extension
public record SinRelu() implements ActivationExtension {

  @Override
  public String id() {
    return "sin-relu";
  }

  @Override
  public Description description() {
    return Description.of("A rectifier with a sine on it", "max(0, x) + sin(x)", "");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-1);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return Math.max(0, x) + Trigonometric.sin(x);
  }

  @Override
  public double slope(double x) {
    if (x > 0) {
      double half = Trigonometric.cos(0.5 * x);
      return 2 * half * half;
    }
    return Trigonometric.cos(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Trigonometric.sins(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0, x[i]) + y[i];
    }
  }
}
