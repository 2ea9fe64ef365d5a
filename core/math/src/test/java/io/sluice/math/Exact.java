package io.sluice.math;

/** A number to about 100 bits, significand times 2^exponent, so that it may exceed a double. */
record Exact(DoubleDouble significand, int exponent) {

  static Exact of(DoubleDouble value) {
    return new Exact(value, 0);
  }

  /** A result that is its argument but for less than 2^-100 of it. */
  static Exact of(double value) {
    return new Exact(DoubleDouble.of(value), 0);
  }

  Exact negated() {
    return new Exact(significand.negated(), exponent);
  }

  Exact times(DoubleDouble factor) {
    return new Exact(significand.times(factor), exponent);
  }

  /** As one number without an exponent, which is exact where it is not subnormal. */
  DoubleDouble value() {
    return significand.scaled(exponent);
  }

  /**
   * How much a double exceeds this number, in units in the last place of the double nearest to this
   * number. Infinity is no error where the nearest double is infinity, and 2^1024 otherwise.
   */
  double excess(double value) {
    int binade = Math.getExponent(significand.high()) + exponent;
    boolean infinite = Double.isInfinite(value);
    if (binade > Double.MAX_EXPONENT && infinite) {
      return Math.signum(value) == Math.signum(significand.high()) ? 0 : Double.NaN;
    }
    int unit = Math.max(binade - 52, -1074);
    double scaled =
        infinite
            ? Math.scalb(Math.copySign(0x1p1000, value), 24 - exponent)
            : Math.scalb(value, -exponent);
    double difference = (scaled - significand.high()) - significand.low();
    return Math.scalb(difference, exponent - unit);
  }
}
