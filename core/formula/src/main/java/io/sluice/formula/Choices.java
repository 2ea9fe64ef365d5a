package io.sluice.formula;

/**
 * Comparisons and choices without branches, which random inputs would make slow: 1 and 0 come from
 * a difference that is blown up and cut off.
 */
final class Choices {

  /** Twice this takes every difference but zero beyond 1. */
  private static final double HUGE = 0x1p1000;

  private Choices() {}

  /** 1 if the difference is positive, else 0; NaN of NaN. */
  private static double positive(double difference) {
    return Math.min(1, Math.max(0, difference * HUGE * HUGE));
  }

  static void less(double[] u, double[] v, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = positive(v[i] - u[i]);
    }
  }

  static void less(double[] u, double number, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = positive(number - u[i]);
    }
  }

  static void less(double number, double[] u, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = positive(u[i] - number);
    }
  }

  static void atMost(double[] u, double[] v, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = 1 - positive(u[i] - v[i]);
    }
  }

  static void atMost(double[] u, double number, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = 1 - positive(u[i] - number);
    }
  }

  static void atMost(double number, double[] u, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = 1 - positive(number - u[i]);
    }
  }

  static void equal(double[] u, double[] v, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = 1 - positive(Math.abs(u[i] - v[i]));
    }
  }

  /** -1, 0 or 1; NaN of NaN. */
  static void sign(double[] u, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = positive(u[i]) - positive(-u[i]);
    }
  }

  /** {@code then} where the mask is 1, {@code otherwise} where it is 0, NaN where it is NaN. */
  static void select(double[] mask, double[] then, double[] otherwise, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double choice = mask[i];
      long all = -(long) choice;
      long bits =
          Double.doubleToRawLongBits(then[i]) & all
              | Double.doubleToRawLongBits(otherwise[i]) & ~all;
      result[i] = Double.longBitsToDouble(bits) + (choice - choice);
    }
  }

  /** v, and NaN where u is NaN. */
  static void whereDefined(double[] u, double[] v, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = u[i] == u[i] ? v[i] : u[i];
    }
  }
}
