package io.sluice.passport;

/**
 * Where a curve is level towards an infinity. Doubles alone do not tell a function that is level
 * from one that only comes close: tanh x is 1 from 19 on. How it gets there does: the x at which
 * 13, 26 and 39 bits of the difference are gone lie ever closer together where a polynomial runs
 * into the level, and hardly so where an exponential approaches it.
 */
final class Plateau {

  private static final double CLOSING_IN = 0.5;
  private static final double FAR = 0x1p190;

  private final Curve curve;
  private final int side;
  private final Tail tail;
  private final double scale;

  Plateau(Curve curve, int side) {
    this.curve = curve;
    this.side = side;
    this.tail = curve.tail(side);
    this.scale = tail.limit() != 0 ? Math.abs(tail.limit()) : Math.min(1, curve.largest());
  }

  /** Whether there is a limit and no point has it, as far as this side tells. */
  boolean isLimitOnly() {
    return tail.isConvergent() && !isReached();
  }

  /** Whether the limit is the value of a whole half line. */
  boolean isReached() {
    if (!tail.isConvergent()) {
      return false;
    }
    double exact = edge(0);
    double first = edge(0x1p-13 * scale);
    double second = edge(0x1p-26 * scale);
    double third = edge(0x1p-39 * scale);
    if (Double.isInfinite(first)) {
      return exact == first;
    }
    if (Math.abs(exact) > FAR) {
      return false;
    }
    double margin = 1e-9 * Math.max(Math.abs(third), 0x1p-20);
    return Math.abs(third - second) <= margin
        || Math.abs(third - second) < CLOSING_IN * Math.abs(second - first);
  }

  /** The index of the outermost point that is clearly off the limit. */
  int end() {
    return Math.max(0, Math.min(curve.size() - 1, index(0x1p-39 * scale)));
  }

  /**
   * The outermost x at which the curve is farther from the limit than this; the opposite infinity
   * if there is none.
   */
  double edge(double distance) {
    int index = index(distance);
    if (index < 0 || index >= curve.size()) {
      return -side * Double.POSITIVE_INFINITY;
    }
    int next = index + side;
    if (next < 0 || next >= curve.size()) {
      return curve.x(index);
    }
    double off = curve.x(index);
    double on = curve.x(next);
    while (true) {
      double middle = off + 0.5 * (on - off);
      if (middle == off || middle == on) {
        return off;
      }
      if (isOff(curve.at(middle), distance)) {
        off = middle;
      } else {
        on = middle;
      }
    }
  }

  private int index(double distance) {
    int index = side > 0 ? curve.size() - 1 : 0;
    while (index >= 0 && index < curve.size() && !isOff(curve.y(index), distance)) {
      index -= side;
    }
    return index;
  }

  private boolean isOff(double value, double distance) {
    return !(Math.abs(value - tail.limit()) <= distance);
  }
}
