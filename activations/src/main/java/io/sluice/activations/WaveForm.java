package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;

/** Arithmetic on x, its sine and its cosine, which a block takes from one reduction. */
interface WaveForm extends ActivationExtension {

  /** f(x), where sine and cosine are known already. */
  double value(double x, double sine, double cosine);

  /** f'(x), where sine and cosine are known already. */
  double slope(double x, double sine, double cosine);

  @Override
  default double value(double x) {
    return value(x, Trigonometric.sin(x), Trigonometric.cos(x));
  }

  @Override
  default double slope(double x) {
    return slope(x, Trigonometric.sin(x), Trigonometric.cos(x));
  }

  @Override
  default void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Trigonometric.sinsAndCosines(x, y, slope, from, to);
    for (int i = from; i < to; i++) {
      double sine = y[i];
      double cosine = slope[i];
      y[i] = value(x[i], sine, cosine);
      slope[i] = slope(x[i], sine, cosine);
    }
  }
}
