package io.sluice.passport;

import io.sluice.engine.text.NumberText;

/**
 * A point or an interval with its ends.
 *
 * @param from the lower end, possibly negative infinity
 * @param to the upper end, possibly positive infinity; the same number for a point
 */
public record Stretch(double from, double to) {

  public Stretch {
    if (!(from <= to)) {
      throw new IllegalArgumentException("no stretch from " + from + " to " + to);
    }
  }

  static Stretch point(double x) {
    return new Stretch(x + 0.0, x + 0.0);
  }

  /** Whether it is one number. */
  public boolean isPoint() {
    return from == to;
  }

  double distance() {
    return from <= 0 && to >= 0 ? 0 : Math.min(Math.abs(from), Math.abs(to));
  }

  @Override
  public String toString() {
    if (isPoint()) {
      return NumberText.of(from);
    }
    return (Double.isInfinite(from) ? "(-∞" : "[" + NumberText.of(from))
        + ", "
        + (Double.isInfinite(to) ? "∞)" : NumberText.of(to) + "]");
  }
}
