package io.sluice.passport;

import java.util.Objects;

/**
 * The least or greatest value of a function.
 *
 * @param value the value; infinite where there is no bound
 * @param place one of the places where it is had, mostly the one nearest to 0
 * @param evidence how the value is known; the place is computed in any case
 */
public record Extreme(double value, Place place, Evidence evidence) {

  public Extreme {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(evidence, "evidence");
  }

  static Extreme computed(double value, Place place) {
    return new Extreme(value, place, Evidence.COMPUTED);
  }

  /** Whether a point has the value. */
  public boolean isAttained() {
    return place.kind() == Place.Kind.AT && Double.isFinite(value);
  }

  Extreme proved() {
    return new Extreme(value, place, Evidence.PROVED);
  }

  Extreme negated() {
    return new Extreme(0.0 - value, place, evidence);
  }
}
