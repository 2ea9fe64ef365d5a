package io.sluice.formula.code;

/**
 * Choices by a difference, without branches and in arithmetic that the compiler makes vectors of: a
 * gate is infinite, and what is not chosen is taken to negative infinity.
 */
final class Choosing {

  private static final double HUGE = 0x1p1000;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Choosing() {}

  /** The gate of a positive difference, and its opposite of one that is not; NaN of NaN. */
  static double gate(double difference) {
    return (difference * HUGE * HUGE - 1) * INFINITY;
  }

  /** One of the two, of which neither may be NaN: if one is, so is the result. */
  static double choose(double gate, double then, double otherwise) {
    return Math.max(Math.min(then, gate), Math.min(otherwise, -gate));
  }

  /** The same for two numbers, of which the first is not less. */
  static double chooseGreater(double gate, double then, double otherwise) {
    return Math.max(Math.min(then, gate), otherwise);
  }

  /** The same for two numbers, of which the first is not greater. */
  static double chooseLess(double gate, double then, double otherwise) {
    return Math.min(Math.max(then, -gate), otherwise);
  }

  /** The part, and NaN where x is NaN. */
  static double whereDefined(double x, double part) {
    return Math.max(part, Math.min(x, -INFINITY));
  }
}
