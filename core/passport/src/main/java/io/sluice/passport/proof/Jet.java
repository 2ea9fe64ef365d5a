package io.sluice.passport.proof;

/**
 * A function on a box of inputs: all its values, slopes and slopes of slopes there.
 *
 * @param value the values
 * @param slope the slopes, at kinks those of both sides
 * @param bend the slopes of the slopes
 * @param smooth whether the function can be differentiated twice on the whole box; otherwise slope
 *     and bend say nothing about differences between points
 */
record Jet(Bounds value, Bounds slope, Bounds bend, boolean smooth) {

  static Jet constant(Bounds value) {
    return new Jet(value, Bounds.ZERO, Bounds.ZERO, true);
  }

  static Jet variable(Bounds value) {
    return new Jet(value, Bounds.ONE, Bounds.ZERO, true);
  }

  boolean isConstant() {
    return smooth && slope.equals(Bounds.ZERO) && bend.equals(Bounds.ZERO);
  }

  Jet plus(Jet other) {
    return new Jet(
        value.plus(other.value),
        slope.plus(other.slope),
        bend.plus(other.bend),
        smooth && other.smooth);
  }

  Jet negated() {
    return new Jet(value.negated(), slope.negated(), bend.negated(), smooth);
  }

  Jet minus(Jet other) {
    return plus(other.negated());
  }

  Jet times(Jet other) {
    return new Jet(
        value.times(other.value),
        slope.times(other.value).plus(value.times(other.slope)),
        bend.times(other.value)
            .plus(slope.times(other.slope).times(2))
            .plus(value.times(other.bend)),
        smooth && other.smooth);
  }

  Jet over(Jet other) {
    Bounds quotient = value.over(other.value);
    Bounds first = slope.minus(quotient.times(other.slope)).over(other.value);
    Bounds second =
        bend.minus(first.times(other.slope).times(2))
            .minus(quotient.times(other.bend))
            .over(other.value);
    return new Jet(quotient, first, second, smooth && other.smooth && !other.value.contains(0));
  }

  /** A function of this, given by its value, slope and bend over {@link #value}. */
  Jet through(Bounds outer, Bounds outerSlope, Bounds outerBend) {
    return new Jet(
        outer,
        outerSlope.times(slope),
        outerBend.times(slope.squared()).plus(outerSlope.times(bend)),
        smooth);
  }

  /** One of two. */
  Jet or(Jet other) {
    return new Jet(value.hull(other.value), slope.hull(other.slope), bend.hull(other.bend), false);
  }

  Jet rough() {
    return new Jet(value, slope, bend, false);
  }

  /** The same function evaluated in another way. */
  Jet and(Jet other) {
    return new Jet(
        value.and(other.value),
        slope.and(other.slope),
        bend.and(other.bend),
        smooth || other.smooth);
  }

  /** With values that are known to lie there, too. */
  Jet within(Bounds values) {
    return new Jet(value.and(values), slope, bend, smooth);
  }
}
