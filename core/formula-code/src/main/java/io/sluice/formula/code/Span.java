package io.sluice.formula.code;

/**
 * The numbers that a value can be, infinities included.
 *
 * @param mayBeNan whether it can also be NaN
 */
record Span(double low, double high, boolean mayBeNan) {

  static final Span ANYTHING = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

  static Span of(double low, double high) {
    return low <= high ? new Span(low, high, false) : ANYTHING;
  }

  static Span number(double number) {
    return of(number, number);
  }

  Span orNan(boolean also) {
    return also && !mayBeNan ? new Span(low, high, true) : this;
  }

  boolean hasZero() {
    return low <= 0 && high >= 0;
  }

  boolean isFinite() {
    return low >= -Double.MAX_VALUE && high <= Double.MAX_VALUE;
  }

  Span negated() {
    return new Span(-high, -low, mayBeNan);
  }

  Span absolute() {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    double least = hasZero() ? 0 : Math.min(Math.abs(low), Math.abs(high));
    return new Span(least, largest, mayBeNan);
  }

  /** The product with itself, in which zero does not meet infinity. */
  Span squared() {
    Span size = absolute();
    return new Span(size.low * size.low, size.high * size.high, mayBeNan);
  }

  Span plus(Span other) {
    boolean opposite =
        high == Double.POSITIVE_INFINITY && other.low == Double.NEGATIVE_INFINITY
            || low == Double.NEGATIVE_INFINITY && other.high == Double.POSITIVE_INFINITY;
    return opposite
        ? ANYTHING
        : of(low + other.low, high + other.high).orNan(mayBeNan || other.mayBeNan);
  }

  Span times(Span other) {
    boolean indefinite = hasZero() && !other.isFinite() || other.hasZero() && !isFinite();
    return indefinite
        ? ANYTHING
        : corners(low * other.low, low * other.high, high * other.low, high * other.high)
            .orNan(mayBeNan || other.mayBeNan);
  }

  Span over(Span other) {
    boolean indefinite = other.hasZero() && hasZero() || !isFinite() && !other.isFinite();
    if (indefinite) {
      return ANYTHING;
    }
    Span quotient =
        other.hasZero()
            ? of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            : corners(low / other.low, low / other.high, high / other.low, high / other.high);
    return quotient.orNan(mayBeNan || other.mayBeNan);
  }

  Span least(Span other) {
    return of(Math.min(low, other.low), Math.min(high, other.high))
        .orNan(mayBeNan || other.mayBeNan);
  }

  Span greatest(Span other) {
    return of(Math.max(low, other.low), Math.max(high, other.high))
        .orNan(mayBeNan || other.mayBeNan);
  }

  Span either(Span other) {
    return of(Math.min(low, other.low), Math.max(high, other.high))
        .orNan(mayBeNan || other.mayBeNan);
  }

  private static Span corners(double a, double b, double c, double d) {
    return of(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }
}
