package io.sluice.passport.proof;

/**
 * What interval arithmetic has proved of a function.
 *
 * @param least holds the infimum
 * @param greatest holds the supremum
 * @param reach for all x of at most this size; infinity for all
 */
public record Certificate(Bounds least, Bounds greatest, double reach) {

  private static final double NARROW = 1e-9;

  /** Whether a number is the infimum, up to a billionth. */
  public boolean provesLeast(double value) {
    return proves(least.negated(), -value);
  }

  /** Whether a number is the supremum, up to a billionth. */
  public boolean provesGreatest(double value) {
    return proves(greatest, value);
  }

  private static boolean proves(Bounds supremum, double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return supremum.low() >= Prover.ENDLESS;
    }
    double margin = NARROW * Math.max(1, Math.abs(value));
    return Double.isFinite(value)
        && supremum.width() <= margin
        && supremum.low() - margin <= value
        && value <= supremum.high() + margin;
  }

  /** Whether a number cannot be the supremum. */
  public boolean refutesGreatest(double value) {
    return refutes(greatest, value);
  }

  /** Whether a number cannot be the infimum. */
  public boolean refutesLeast(double value) {
    return refutes(least.negated(), -value);
  }

  private static boolean refutes(Bounds supremum, double value) {
    double margin = NARROW * Math.max(1, Math.abs(value));
    return value < supremum.low() - margin || value > supremum.high() + margin;
  }
}
