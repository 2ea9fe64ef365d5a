package io.sluice.analysis;

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

  /** A number of which it is not known how far off it may be. */
  public static Estimate withoutInterval(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /** Whether there is an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(lower);
  }
}
