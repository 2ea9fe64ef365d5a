package io.sluice.spi;

/**
 * An interval of real numbers, open or closed at each end; an infinite end is never attained.
 *
 * @param lower the lower end, possibly negative infinity
 * @param upper the upper end, possibly positive infinity
 * @param lowerAttained whether {@code lower} belongs to the interval
 * @param upperAttained whether {@code upper} belongs to the interval
 */
public record Interval(double lower, double upper, boolean lowerAttained, boolean upperAttained) {

  /** Every finite number. */
  public static final Interval REALS =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);

  /** Every finite number above zero. */
  public static final Interval POSITIVE = above(0);

  /** Every finite number from zero on. */
  public static final Interval NOT_NEGATIVE = atLeast(0);

  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("no interval from " + lower + " to " + upper);
    }
    lowerAttained = lowerAttained && Double.isFinite(lower);
    upperAttained = upperAttained && Double.isFinite(upper);
  }

  /** {@code [lower, upper]}. */
  public static Interval closed(double lower, double upper) {
    return new Interval(lower, upper, true, true);
  }

  /** {@code (lower, upper)}. */
  public static Interval open(double lower, double upper) {
    return new Interval(lower, upper, false, false);
  }

  /** {@code [lower, upper)}. */
  public static Interval closedOpen(double lower, double upper) {
    return new Interval(lower, upper, true, false);
  }

  /** {@code (lower, upper]}. */
  public static Interval openClosed(double lower, double upper) {
    return new Interval(lower, upper, false, true);
  }

  /** {@code [lower, ∞)}. */
  public static Interval atLeast(double lower) {
    return new Interval(lower, Double.POSITIVE_INFINITY, true, false);
  }

  /** {@code (lower, ∞)}. */
  public static Interval above(double lower) {
    return new Interval(lower, Double.POSITIVE_INFINITY, false, false);
  }

  /** Whether the number lies in the interval; never true of NaN. */
  public boolean contains(double x) {
    return (lowerAttained ? x >= lower : x > lower) && (upperAttained ? x <= upper : x < upper);
  }

  /** Whether both ends are finite. */
  public boolean isBounded() {
    return Double.isFinite(lower) && Double.isFinite(upper);
  }

  /** Mathematical notation: {@code [0, 1)}. */
  @Override
  public String toString() {
    return (lowerAttained ? "[" : "(")
        + end(lower)
        + ", "
        + end(upper)
        + (upperAttained ? "]" : ")");
  }

  private static String end(double value) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "-∞" : "∞";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
