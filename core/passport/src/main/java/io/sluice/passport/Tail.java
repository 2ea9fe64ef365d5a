package io.sluice.passport;

import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * What a function does towards an infinity, as far as numbers between 2^100 and 2^200 show it:
 * large enough for every limit, and small enough for the fifth power of a number.
 *
 * @param trend whether it settles
 * @param limit the limit, infinite where it grows; NaN where there is none
 */
public record Tail(Trend trend, double limit) {

  /** How it goes on. */
  public enum Trend {
    /** Towards a number. */
    CONVERGES,
    /** Beyond every number. */
    GROWS,
    /** To and fro within bounds. */
    OSCILLATES,
    /** To and fro beyond every number. */
    OSCILLATES_UNBOUNDED,
    /** Not to be told. */
    UNKNOWN
  }

  private static final int FIRST = 100;
  private static final int LAST = 200;
  private static final int MOST = 4 * (LAST - FIRST + 1);
  private static final double SAME = 1e-12;

  /**
   * A logarithm grows as much in one half of the octaves as in the other; what settles does not.
   */
  private static final double STEADY = 0.9;

  public Tail {
    Objects.requireNonNull(trend, "trend");
  }

  /**
   * The tail on one side.
   *
   * @param side -1 or 1
   * @param scale what counts as an ordinary value
   */
  static Tail of(DoubleUnaryOperator function, int side, double scale) {
    double[] values = new double[MOST];
    int count = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int octave = FIRST; octave <= LAST; octave++) {
      for (int quarter = 0; quarter < 4; quarter++) {
        double value = function.applyAsDouble(side * Math.scalb(1 + 0.25 * quarter, octave));
        if (Double.isNaN(value)) {
          return new Tail(Trend.UNKNOWN, Double.NaN);
        }
        values[count++] = value;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    if (size <= SAME * scale) {
      return new Tail(Trend.CONVERGES, 0);
    }
    if (greatest - least <= SAME * Math.max(size, scale)) {
      return new Tail(Trend.CONVERGES, values[count - 1]);
    }
    if (grows(values, 1) || grows(values, -1)) {
      return new Tail(
          Trend.GROWS, values[count - 1] > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    }
    if (least < 0 && greatest > 0 && size > 1e20) {
      return new Tail(Trend.OSCILLATES_UNBOUNDED, Double.NaN);
    }
    return new Tail(turns(values) ? Trend.OSCILLATES : Trend.UNKNOWN, Double.NaN);
  }

  private static boolean grows(double[] values, int sign) {
    int middle = values.length / 2;
    for (int i = 1; i < values.length; i++) {
      if (!(sign * values[i] > 0) || sign * values[i] < sign * values[i - 1]) {
        return false;
      }
    }
    double end = sign * values[values.length - 1];
    return Double.isInfinite(end)
        || end - sign * values[middle] >= STEADY * sign * (values[middle] - values[0]);
  }

  private static boolean turns(double[] values) {
    int turns = 0;
    for (int i = 2; i < values.length; i++) {
      if ((values[i] - values[i - 1]) * (values[i - 1] - values[i - 2]) < 0) {
        turns++;
      }
    }
    return turns > values.length / 8;
  }

  /** The trend in a word of lower case. */
  String word() {
    return trend.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it has a finite limit. */
  public boolean isConvergent() {
    return trend == Trend.CONVERGES;
  }

  /** Whether it goes beyond every number upwards. */
  boolean isUnboundedAbove() {
    return limit == Double.POSITIVE_INFINITY || trend == Trend.OSCILLATES_UNBOUNDED;
  }

  /** Whether it goes beyond every number downwards. */
  boolean isUnboundedBelow() {
    return limit == Double.NEGATIVE_INFINITY || trend == Trend.OSCILLATES_UNBOUNDED;
  }

  Tail negated() {
    return new Tail(trend, -limit);
  }
}
