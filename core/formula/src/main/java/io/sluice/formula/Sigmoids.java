package io.sluice.formula;

/**
 * The logistic function, its slope and tanh(softplus(u)), all from e^-|u| and without branches.
 * With q = 1 and r = e^-u above zero, q = e^u and r = 1 below, σ = q / (q + r), its slope is q r /
 * (q + r)² and tanh(softplus) = q (q + 2 r) / (q (q + 2 r) + 2 r²): sums of positive terms.
 */
final class Sigmoids {

  private Sigmoids() {}

  /** 1 above zero, the decay below. */
  private static double upper(double u, double decay) {
    return Math.min(1, Math.max(decay, u * Double.MAX_VALUE));
  }

  static void sigmoids(double[] u, double[] decay, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = upper(u[i], decay[i]) / (1 + decay[i]);
    }
  }

  static void slopes(double[] decay, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double sum = 1 + decay[i];
      result[i] = decay[i] / (sum * sum);
    }
  }

  /** max(u, 0) + ln(1 + e^-|u|), of which the second term is given. */
  static void softpluses(double[] u, double[] logarithm, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = Math.max(u[i], 0) + logarithm[i];
    }
  }

  static void gates(double[] u, double[] decay, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double q = upper(u[i], decay[i]);
      double r = upper(-u[i], decay[i]);
      double over = q * (q + 2 * r);
      result[i] = over / (over + 2 * r * r);
    }
  }

  static void gateSlopes(double[] u, double[] decay, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double q = upper(u[i], decay[i]);
      double r = upper(-u[i], decay[i]);
      double under = q * (q + 2 * r) + 2 * r * r;
      result[i] = 4 * decay[i] * (1 + decay[i]) * r / (under * under);
    }
  }
}
