package io.sluice.passport;

import io.sluice.moments.NormalExpectation;
import io.sluice.moments.NormalMoments;
import io.sluice.spi.Activation;

/**
 * Moments for z standard normal, and the gains that follow; infinite or NaN where they do not
 * exist.
 *
 * @param mean E f(z)
 * @param variance E (f(z) - E f(z))²
 * @param secondMoment E f(z)²
 * @param slopeMean E f'(z)
 * @param slopeSecondMoment E f'(z)²
 * @param forwardGain 1 / √E f(z)²
 * @param backwardGain 1 / √E f'(z)²
 */
public record NormalSums(
    double mean,
    double variance,
    double secondMoment,
    double slopeMean,
    double slopeSecondMoment,
    double forwardGain,
    double backwardGain) {

  /** Sums of which nothing is known. */
  static NormalSums open() {
    double none = Double.NaN;
    return new NormalSums(none, none, none, none, none, none, none);
  }

  static NormalSums of(Activation activation) {
    NormalMoments moments = NormalMoments.of(activation);
    double mean = settled(moments.mean(), moments.secondMoment());
    double[] kinks = activation.kinks();
    return new NormalSums(
        mean,
        NormalExpectation.of(
            (z, r) -> {
              double deviation = (activation.value(z) - mean) * r;
              return deviation * deviation;
            },
            kinks),
        moments.secondMoment(),
        settled(
            NormalExpectation.of((z, r) -> activation.slope(z) * r * r, kinks),
            moments.slopeSecondMoment()),
        moments.slopeSecondMoment(),
        moments.forwardGain(),
        moments.backwardGain());
  }

  /** A mean that is 0 but for the rounding of the sum. */
  private static double settled(double mean, double secondMoment) {
    return Math.abs(mean) < 1e-15 * Math.sqrt(secondMoment) ? 0 : mean;
  }
}
