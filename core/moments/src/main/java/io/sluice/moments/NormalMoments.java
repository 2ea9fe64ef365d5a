package io.sluice.moments;

import io.sluice.spi.Activation;

/**
 * Moments of an activation under normal sums: with x = s z and z standard normal, f(x) and f'(x).
 * Computed by {@link NormalExpectation} for the activation at hand, split at its kinks; nothing is
 * tabulated. A moment that does not exist, or overflows, is infinite or NaN.
 *
 * @param scale s, the standard deviation of the sums, above 0
 * @param mean E f(x)
 * @param secondMoment E f(x)²
 * @param slopeSecondMoment E f'(x)²
 * @param growth the slope of E f(x)² by s², which is E f(x) f'(x) z / s where f has no jumps
 */
public record NormalMoments(
    double scale, double mean, double secondMoment, double slopeSecondMoment, double growth) {

  public NormalMoments {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "the standard deviation of sums is a finite number above 0, not " + scale);
    }
  }

  /** The moments for standard normal sums. */
  public static NormalMoments of(Activation activation) {
    return of(activation, 1);
  }

  /** The moments for sums of this standard deviation. */
  public static NormalMoments of(Activation activation, double scale) {
    double[] breaks = breaks(activation, scale);
    return new NormalMoments(
        scale,
        NormalExpectation.of((z, r) -> activation.value(scale * z) * r * r, breaks),
        secondMoment(activation, scale),
        slopeSecondMoment(activation, scale),
        NormalExpectation.of(
                (z, r) -> (activation.value(scale * z) * r) * (activation.slope(scale * z) * r) * z,
                breaks)
            / scale);
  }

  /** E f(x)² alone. */
  static double secondMoment(Activation activation, double scale) {
    return NormalExpectation.of(
        (z, r) -> {
          double value = activation.value(scale * z) * r;
          return value * value;
        },
        breaks(activation, scale));
  }

  /** E f'(x)² alone. */
  static double slopeSecondMoment(Activation activation, double scale) {
    return NormalExpectation.of(
        (z, r) -> {
          double slope = activation.slope(scale * z) * r;
          return slope * slope;
        },
        breaks(activation, scale));
  }

  /** Where the integrands have kinks or jumps. */
  static double[] breaks(Activation activation, double scale) {
    double[] breaks = activation.kinks().clone();
    for (int i = 0; i < breaks.length; i++) {
      breaks[i] /= scale;
    }
    return breaks;
  }

  /** The variance of f(x), not below 0. */
  public double variance() {
    return Math.max(0, secondMoment - mean * mean);
  }

  /**
   * s / √E f(x)², by which weights of variance 1 / inputs are multiplied so that sums keep their
   * variance from layer to layer; infinite if f is 0.
   */
  public double forwardGain() {
    return scale / Math.sqrt(secondMoment);
  }

  /**
   * 1 / √E f'(x)², by which they are multiplied so that gradients keep theirs; infinite if f' is 0.
   */
  public double backwardGain() {
    return 1 / Math.sqrt(slopeSecondMoment);
  }
}
