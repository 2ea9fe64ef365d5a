package io.sluice.formula;

/** Loops over the functions of e^-|u|. */
final class Sigmoids {

  private Sigmoids() {}

  static void sigmoids(double[] u, double[] decay, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.sigmoid(u[i], decay[i]);
    }
  }

  static void slopes(double[] decay, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.sigmoidSlope(decay[i]);
    }
  }

  /** max(u, 0) + ln(1 + e^-|u|), of which the second term is given. */
  static void softpluses(double[] u, double[] logarithm, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.softplus(u[i], logarithm[i]);
    }
  }

  static void gates(double[] u, double[] decay, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.gate(u[i], decay[i]);
    }
  }

  static void gateSlopes(double[] u, double[] decay, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = Elements.gateSlope(u[i], decay[i]);
    }
  }
}
