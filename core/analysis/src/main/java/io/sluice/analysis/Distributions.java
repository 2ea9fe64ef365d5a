package io.sluice.analysis;

/** Tails of the F, Student's t and the binomial distribution, by the incomplete beta function. */
public final class Distributions {

  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
  private static final int MOST_TERMS = 1_000_000;

  private Distributions() {}

  /**
   * P(F ≥ f) of the F distribution: I<sub>d2/(d2 + d1 f)</sub>(d2/2, d1/2).
   *
   * @param f from 0 on, or infinity; NaN gives NaN
   * @param d1 degrees of freedom of the numerator, above 0
   * @param d2 degrees of freedom of the denominator, above 0
   */
  public static double upperTailOfF(double f, double d1, double d2) {
    if (Double.isNaN(f) || !(d1 > 0) || !(d2 > 0)) {
      return Double.NaN;
    }
    if (f <= 0) {
      return 1;
    }
    if (Double.isInfinite(f)) {
      return 0;
    }
    double ratio = f * (d1 / d2);
    return regularizedBeta(d2 / 2, d1 / 2, 1 / (1 + ratio), ratio / (1 + ratio));
  }

  /** P(X ≤ k) of n throws of a fair coin: I<sub>1/2</sub>(n − k, k + 1). */
  static double coinAtMost(long k, long n) {
    if (k < 0) {
      return 0;
    }
    return k >= n ? 1 : regularizedBeta(n - k, k + 1.0, 0.5, 0.5);
  }

  /**
   * The quantile of Student's t: the t with P(T ≤ t) = p.
   *
   * @param p above 0 and below 1
   * @param degrees degrees of freedom, above 0
   */
  public static double studentQuantile(double p, double degrees) {
    if (p < 0.5) {
      return -studentQuantile(1 - p, degrees);
    }
    double low = 0;
    double high = 1;
    while (upperTailOfT(high, degrees) > 1 - p) {
      high *= 2;
    }
    for (int i = 0; i < 200 && Math.nextUp(low) < high; i++) {
      double middle = low + (high - low) / 2;
      if (upperTailOfT(middle, degrees) > 1 - p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** P(T ≥ t) of Student's t, for t from 0 on. */
  static double upperTailOfT(double t, double degrees) {
    return upperTailOfF(t * t, 1, degrees) / 2;
  }

  /**
   * The regularised incomplete beta function I<sub>x</sub>(a, b), by Lentz's evaluation of its
   * continued fraction (DLMF 8.17.22), on the side where that converges fast.
   *
   * @param a above 0
   * @param b above 0
   * @param x from 0 to 1
   * @param y 1 − x, given apart because the difference loses digits where x is near 1
   */
  static double regularizedBeta(double a, double b, double x, double y) {
    if (x <= 0) {
      return 0;
    }
    if (y <= 0) {
      return 1;
    }
    double front = Math.exp(logPower(a, b, x, y));
    if (x < (a + 1) / (a + b + 2)) {
      return Math.min(1, front / a * continuedFraction(a, b, x));
    }
    return Math.max(0, 1 - front / b * continuedFraction(b, a, y));
  }

  private static double continuedFraction(double a, double b, double x) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1), tiny);
    double h = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / awayFromZero(1 + even * d, tiny);
      c = awayFromZero(1 + even / c, tiny);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / awayFromZero(1 + odd * d, tiny);
      c = awayFromZero(1 + odd / c, tiny);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < 1e-15) {
        return h;
      }
    }
    throw new ArithmeticException("no incomplete beta of " + a + ", " + b + " at " + x);
  }

  private static double awayFromZero(double value, double tiny) {
    return Math.abs(value) < tiny ? tiny : value;
  }

  /** log(x^a y^b / B(a, b)), arranged as Loader (2000) does so that no large logarithms cancel. */
  private static double logPower(double a, double b, double x, double y) {
    double sum = a + b;
    return a * logRatio(x, a / sum, y, b / sum)
        + b * logRatio(y, b / sum, x, a / sum)
        + 0.5 * (Math.log(a) + Math.log(b / sum))
        - HALF_LOG_TWO_PI
        + stirlingRest(sum)
        - stirlingRest(a)
        - stirlingRest(b);
  }

  /** log(p / q) where p + its complement = q + its complement = 1. */
  private static double logRatio(double p, double q, double notP, double notQ) {
    double apart = p < notP ? p - q : notQ - notP;
    return Math.abs(apart) < 0.5 * q ? Math.log1p(apart / q) : Math.log(p / q);
  }

  /** log Γ(z) − ((z − ½) log z − z + ½ log 2π), for z above 0. */
  private static double stirlingRest(double z) {
    double shifted = 0;
    double at = z;
    while (at < 12) {
      shifted += (at + 0.5) * Math.log1p(1 / at) - 1;
      at++;
    }
    double w = 1 / (at * at);
    double series =
        1.0 / 12
            - w
                * (1.0 / 360
                    - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * 691.0 / 360360))));
    return shifted + series / at;
  }
}
