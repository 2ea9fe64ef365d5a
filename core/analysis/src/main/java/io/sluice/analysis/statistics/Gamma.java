package io.sluice.analysis.statistics;

/** The incomplete gamma function. */
final class Gamma {

  private static final double[] LANCZOS = {
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Gamma() {}

  /**
   * Q(a, x) = Γ(a, x) / Γ(a): by the series of its complement below a + 1, else by Lentz's
   * evaluation of the continued fraction (DLMF 8.11.4 and 8.9.2).
   *
   * @param a above 0
   * @param x from 0 on
   */
  static double upper(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < 10_000 && term > sum * 1e-17; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return 1 - front * sum;
    }
    double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 10_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = an * d + b;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = b + an / c;
      c = Math.abs(c) < tiny ? tiny : c;
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < 1e-16) {
        break;
      }
    }
    return front * h;
  }

  /** log Γ(z) for z above 0, by Lanczos's approximation. */
  static double logGamma(double z) {
    if (z < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
    }
    if (z == 0.5) {
      return 0.5 * Math.log(Math.PI);
    }
    double x = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      x += LANCZOS[i] / (z - 1 + i);
    }
    double t = z + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(x);
  }
}
