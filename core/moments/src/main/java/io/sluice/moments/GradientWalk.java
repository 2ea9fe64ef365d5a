package io.sluice.moments;

import io.sluice.math.Exponential;
import io.sluice.spi.Activation;

/**
 * The gain with which the logarithm of the norm of a back-propagated gradient is as likely to grow
 * as to shrink: a random walk without drift. D. Sussillo and L. F. Abbott, arXiv 1412.6558.
 *
 * <p>A gradient of norm 1 that passes n units with weights g n_i / √n, n_i standard normal, has the
 * squared norm g² S / n behind them, S = Σ f'(h_i)² n_i². The gain is g = exp(−½ E ln(S / n)). With
 * φ(t) = E e^(−t f'(h)² n_i²) = E (1 + 2 t f'(h)²)^(−½), by Frullani's integral
 *
 * <p>E ln S = ∫ (e^(−t) − φ(t)^n) dt / t, t from 0 to ∞,
 *
 * <p>which is summed by the trapezoid rule in ln t. If all n slopes are 0 together, with the
 * probability p^n > 0, ln S is −∞; the mean is then taken over the other cases.
 */
public final class GradientWalk {

  private static final double STEP = 0.25;
  private static final int FIRST = -160;
  private static final int LAST = 400;
  private static final double NEGLIGIBLE = 1e-17;

  private GradientWalk() {}

  /**
   * The gain g; infinite if all slopes are 0, NaN or 0 if they are not finite.
   *
   * @param activation the activation of the units that the gradient passes
   * @param scale the standard deviation of their sums h, normally distributed
   * @param units how many they are
   */
  public static double gain(Activation activation, double scale, int units) {
    double[] breaks = NormalMoments.breaks(activation, scale);
    KnownSlopes slopes = new KnownSlopes(activation);
    double dead = NormalExpectation.of((z, r) -> slopes.at(scale * z) == 0 ? r * r : 0, breaks);
    if (dead > 1 - 1e-12) {
      return Double.POSITIVE_INFINITY;
    }
    double allDead = power(dead, units);
    double sum = 0;
    for (int i = FIRST; i <= LAST; i++) {
      double t = Exponential.exp(i * STEP);
      double transform =
          NormalExpectation.of(
              (z, r) -> {
                double slope = slopes.at(scale * z);
                return r * r / Math.sqrt(1 + 2 * t * slope * slope);
              },
              breaks);
      double live = power(transform, units) - allDead;
      sum += Exponential.exp(-t) * (1 - allDead) - live;
      if (i > 0 && t > 64 && live < NEGLIGIBLE) {
        break;
      }
    }
    double meanLogarithm = STEP * sum / (1 - allDead);
    return Math.sqrt(units) * Exponential.exp(-0.5 * meanLogarithm);
  }

  private static double power(double base, int exponent) {
    return StrictMath.pow(base, exponent);
  }
}
