package io.sluice.analysis;

import java.util.Arrays;

/**
 * A number and the 95 % interval it lies in.
 *
 * @param value the number; may be infinite or NaN
 * @param lower the lower end, NaN where there is no interval
 * @param upper the upper end, not below the lower one; NaN where there is no interval
 */
public record Estimate(double value, double lower, double upper) {

  public Estimate {
    if (Double.isNaN(lower) != Double.isNaN(upper) || lower > upper) {
      throw new IllegalArgumentException("no interval from " + lower + " to " + upper);
    }
  }

  /** The mean of a sample with Student's interval; without one of fewer than two numbers. */
  public static Estimate ofMean(double... sample) {
    double mean = Arrays.stream(sample).average().orElse(Double.NaN);
    if (sample.length < 2) {
      return withoutInterval(mean);
    }
    double squares = Arrays.stream(sample).map(value -> (value - mean) * (value - mean)).sum();
    double half =
        Distributions.studentQuantile(0.975, sample.length - 1.0)
            * Math.sqrt(squares / (sample.length * (sample.length - 1.0)));
    return new Estimate(mean, mean - half, mean + half);
  }

  /** A number of which it is not known how far off it may be. */
  public static Estimate withoutInterval(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /** Whether there is an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(lower);
  }
}
