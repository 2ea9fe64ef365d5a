package io.sluice.passport.proof;

import io.sluice.formula.Expression;

/** Conditions of formulas on boxes. */
final class Conditions {

  private Conditions() {}

  /** Whether the condition holds for all numbers or for none; null if that depends. */
  static Boolean decide(Bounds left, Expression.Comparison comparison, Bounds right) {
    switch (comparison) {
      case LESS:
        return less(left, right);
      case AT_LEAST:
        return not(less(left, right));
      case GREATER:
        return less(right, left);
      case AT_MOST:
        return not(less(right, left));
      default:
        boolean same = left.equals(right) && left.low() == left.high();
        boolean apart = left.high() < right.low() || right.high() < left.low();
        return same ? Boolean.TRUE : apart ? Boolean.FALSE : null;
    }
  }

  private static Boolean less(Bounds left, Bounds right) {
    if (left.high() < right.low()) {
      return true;
    }
    return left.low() >= right.high() ? Boolean.FALSE : null;
  }

  private static Boolean not(Boolean decided) {
    return decided == null ? null : !decided;
  }
}
