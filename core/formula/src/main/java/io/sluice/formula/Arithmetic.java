package io.sluice.formula;

import java.util.Arrays;

/** Plain loops, each a method of its own so that the compiler makes vectors of it. */
final class Arithmetic {

  private Arithmetic() {}

  static void add(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] + v[i];
    }
  }

  static void subtract(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] - v[i];
    }
  }

  static void multiply(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] * v[i];
    }
  }

  static void divide(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] / v[i];
    }
  }

  static void minimum(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Math.min(u[i], v[i]);
    }
  }

  static void maximum(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Math.max(u[i], v[i]);
    }
  }

  static void add(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] + number;
    }
  }

  static void subtract(double number, double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = number - u[i];
    }
  }

  static void multiply(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] * number;
    }
  }

  static void divide(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] / number;
    }
  }

  static void divide(double number, double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = number / u[i];
    }
  }

  static void minimum(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Math.min(u[i], number);
    }
  }

  static void maximum(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Math.max(u[i], number);
    }
  }

  static void negate(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = -u[i];
    }
  }

  static void square(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] * u[i];
    }
  }

  static void absolute(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Math.abs(u[i]);
    }
  }

  static void sqrt(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Math.sqrt(u[i]);
    }
  }

  static void fill(double number, double[] result, int from, int to) {
    Arrays.fill(result, from, to, number);
  }
}
