package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = cos x + max(0, x); f' = -sin x, and above zero 1 - sin x = 2 sin²(x / 2 - π / 4), which
 * does not cancel where the sine is 1. slope(0) = 0, the left one. NaN at the infinities.
 */
@Extension
public record CosRelu() implements ActivationExtension {

  @Override
  public String id() {
    return "cos-relu";
  }

  @Override
  public Description description() {
    return Description.of("A rectifier with a cosine on it", "max(0, x) + cos(x)", "");
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
    return Math.max(0, x) + Trigonometric.cos(x);
  }

  @Override
  public double slope(double x) {
    if (x > 0) {
      double root = Trigonometric.sin(0.5 * x) - Trigonometric.cos(0.5 * x);
      return root * root;
    }
    return -Trigonometric.sin(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Trigonometric.coss(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0, x[i]) + y[i];
    }
  }
}
