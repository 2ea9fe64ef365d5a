package io.sluice.formula;

/** Loops over comparisons, which give 1 and 0, and choices by them. */
final class Choices {

  private Choices() {}

  static void less(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.positive(v[i] - u[i]);
    }
  }

  static void less(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.positive(number - u[i]);
    }
  }

  static void less(double number, double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.positive(u[i] - number);
    }
  }

  static void atMost(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.notPositive(u[i] - v[i]);
    }
  }

  static void atMost(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.notPositive(u[i] - number);
    }
  }

  static void atMost(double number, double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.notPositive(number - u[i]);
    }
  }

  static void equal(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.zero(u[i] - v[i]);
    }
  }

  /** -1, 0 or 1; NaN of NaN. */
  static void sign(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.sign(u[i]);
    }
  }

  /** {@code then} where the mask is 1, {@code otherwise} where it is 0, NaN where it is NaN. */
  static void select(
      double[] mask, double[] then, double[] otherwise, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double choice = mask[i];
      long all = -(long) choice;
      long bits =
          Double.doubleToRawLongBits(then[i]) & all
              | Double.doubleToRawLongBits(otherwise[i]) & ~all;
      // Nothing is added to the bits but where the mask is NaN.
      result[i] = Double.longBitsToDouble(bits | Double.doubleToRawLongBits(choice - choice));
    }
  }

  /** v, and NaN where u is NaN. */
  static void whereDefined(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] == u[i] ? v[i] : u[i];
    }
  }
}
