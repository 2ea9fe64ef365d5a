package io.sluice.passport.proof;

/**
 * A closed interval of the extended line that is known to hold a number. Every operation gives an
 * interval that holds the exact result for all numbers of its operands: ends are rounded outwards
 * by {@link Math#nextDown(double)} and {@link Math#nextUp(double)} unless they are exact.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Bounds(double low, double high) {

  /** Everything: nothing is known. */
  static final Bounds ALL = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static final Bounds ZERO = new Bounds(0, 0);
  static final Bounds ONE = new Bounds(1, 1);

  public Bounds {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval from " + low + " to " + high);
    }
  }

  /** One number. */
  static Bounds of(double value) {
    return new Bounds(value, value);
  }

  /** A number that is known up to its last place. */
  static Bounds around(double value) {
    return new Bounds(Math.nextDown(value), Math.nextUp(value));
  }

  /** With NaN for an end that is not known. */
  static Bounds outer(double low, double high) {
    double from = Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low;
    double to = Double.isNaN(high) ? Double.POSITIVE_INFINITY : high;
    return from <= to ? new Bounds(from, to) : ALL;
  }

  /** Whether the number lies in it. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  boolean isFinite() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  double width() {
    return high - low;
  }

  Bounds hull(Bounds other) {
    return new Bounds(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** What lies in both, which is known to be something. */
  Bounds and(Bounds other) {
    double from = Math.max(low, other.low);
    double to = Math.min(high, other.high);
    return from <= to ? new Bounds(from, to) : this;
  }

  Bounds negated() {
    return new Bounds(-high, -low);
  }

  Bounds plus(Bounds other) {
    return outer(sum(low, other.low, -1), sum(high, other.high, 1));
  }

  Bounds minus(Bounds other) {
    return plus(other.negated());
  }

  Bounds times(Bounds other) {
    if (low >= 0 && other.low >= 0) {
      return outer(product(low, other.low, -1), product(high, other.high, 1));
    }
    return outer(
        Math.min(
            Math.min(product(low, other.low, -1), product(low, other.high, -1)),
            Math.min(product(high, other.low, -1), product(high, other.high, -1))),
        Math.max(
            Math.max(product(low, other.low, 1), product(low, other.high, 1)),
            Math.max(product(high, other.low, 1), product(high, other.high, 1))));
  }

  Bounds times(double factor) {
    return times(of(factor));
  }

  Bounds over(Bounds other) {
    if (other.low > 0 || other.high < 0) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (double a : new double[] {low, high}) {
        for (double b : new double[] {other.low, other.high}) {
          if (Double.isInfinite(a) && Double.isInfinite(b)) {
            least = Math.min(least, a > 0 == b > 0 ? 0 : Double.NEGATIVE_INFINITY);
            greatest = Math.max(greatest, a > 0 == b > 0 ? Double.POSITIVE_INFINITY : 0);
          } else {
            least = Math.min(least, quotient(a, b, -1));
            greatest = Math.max(greatest, quotient(a, b, 1));
          }
        }
      }
      return outer(least, greatest);
    }
    if (other.low == 0 && other.high > 0) {
      double least = low >= 0 ? quotient(low, other.high, -1) : Double.NEGATIVE_INFINITY;
      double greatest = high <= 0 ? quotient(high, other.high, 1) : Double.POSITIVE_INFINITY;
      return outer(least, greatest);
    }
    if (other.high == 0 && other.low < 0) {
      return negated().over(other.negated());
    }
    return ALL;
  }

  Bounds squared() {
    Bounds size = absolute();
    return size.times(size);
  }

  Bounds absolute() {
    if (low >= 0) {
      return this;
    }
    return high <= 0 ? negated() : new Bounds(0, Math.max(-low, high));
  }

  /** The root of what of it is not negative; everything if it reaches below 0. */
  Bounds root() {
    if (low < 0) {
      return ALL;
    }
    return new Bounds(root(low, -1), root(high, 1));
  }

  private static double root(double value, int direction) {
    double root = Math.sqrt(value);
    if (Double.isInfinite(root) || Math.fma(root, root, -value) == 0) {
      return root;
    }
    return direction < 0 ? Math.max(0, Math.nextDown(root)) : Math.nextUp(root);
  }

  private static double step(double value, int direction) {
    return direction < 0 ? Math.nextDown(value) : Math.nextUp(value);
  }

  private static double sum(double a, double b, int direction) {
    double sum = a + b;
    if (a == 0 || b == 0 || Double.isNaN(sum)) {
      return sum;
    }
    if (Double.isInfinite(sum)) {
      return Double.isInfinite(a) || Double.isInfinite(b) ? sum : step(sum, direction);
    }
    double back = sum - a;
    double error = (a - (sum - back)) + (b - back);
    return error == 0 ? sum : step(sum, direction);
  }

  private static double product(double a, double b, int direction) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double product = a * b;
    if (Double.isInfinite(product)) {
      return Double.isInfinite(a) || Double.isInfinite(b) ? product : step(product, direction);
    }
    boolean exact =
        Math.abs(product) > 0x1p-900 && Math.fma(a, b, -product) == 0
            || Math.abs(a) == 1
            || Math.abs(b) == 1;
    return exact ? product : outward(product, a > 0 == b > 0, direction);
  }

  private static double quotient(double a, double b, int direction) {
    if (a == 0 || Double.isInfinite(b)) {
      return 0;
    }
    double quotient = a / b;
    if (Double.isInfinite(quotient)) {
      return Double.isInfinite(a) ? quotient : step(quotient, direction);
    }
    boolean exact =
        Math.abs(quotient) > 0x1p-900 && Math.abs(a) > 0x1p-900 && Math.fma(quotient, b, -a) == 0;
    return exact ? quotient : outward(quotient, a > 0 == b > 0, direction);
  }

  /** One step outwards, but not across 0: the sign is known. */
  private static double outward(double value, boolean positive, int direction) {
    double moved = step(value, direction);
    return positive ? Math.max(0, moved) : Math.min(0, moved);
  }

  @Override
  public String toString() {
    return "[" + low + ", " + high + "]";
  }
}
