package io.sluice.passport;

import io.sluice.engine.text.NumberText;
import java.util.Objects;

/**
 * Where a function has a value.
 *
 * @param kind at a point, beside it or in the limit
 * @param x the point; infinite in a limit
 */
public record Place(Kind kind, double x) {

  /** How a value is had. */
  public enum Kind {
    /** At the point. */
    AT,
    /** In the limit from below a kink or jump. */
    BELOW,
    /** In the limit from above a kink or jump. */
    ABOVE,
    /** In the limit at infinity; no point has the value. */
    LIMIT
  }

  public Place {
    Objects.requireNonNull(kind, "kind");
    if (Double.isNaN(x) || Double.isInfinite(x) != (kind == Kind.LIMIT)) {
      throw new IllegalArgumentException("a place " + kind + " has no x = " + x);
    }
  }

  static Place at(double x) {
    return new Place(Kind.AT, x);
  }

  static Place limit(double x) {
    return new Place(Kind.LIMIT, x);
  }

  @Override
  public String toString() {
    switch (kind) {
      case AT:
        return "at " + NumberText.of(x);
      case BELOW:
        return "just below " + NumberText.of(x);
      case ABOVE:
        return "just above " + NumberText.of(x);
      default:
        return x < 0 ? "limit at -∞" : "limit at ∞";
    }
  }
}
