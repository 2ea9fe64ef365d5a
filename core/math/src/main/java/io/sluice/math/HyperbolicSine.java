package io.sluice.math;

/**
 * sinh x and cosh x.
 *
 * <p>Method: |x| = k ln 2 + r with |r| &lt;= ln 2 / 2; then, with p = 2^k / 2 and q = 2^-k / 2,
 * sinh |x| = (p - q) cosh r + (p + q) sinh r and cosh x = (p + q) cosh r + (p - q) sinh r. Nothing
 * cancels, and sinh r and cosh r are polynomials. Both are computed halved and doubled at the end,
 * so they overflow where they must, beyond |x| = 710.4758. Largest errors seen: sinh 1.33 ulp, cosh
 * 1.24 ulp.
 */
public final class HyperbolicSine {

  /** Both overflow here. */
  private static final double HIGHEST = 710.6;

  /** Below it sinh x rounds to x. */
  private static final double TINY = 0x1p-27;

  private HyperbolicSine() {}

  /** sinh x: the infinities give themselves, x for the smallest x. */
  public static double sinh(double x) {
    double a = magnitude(x);
    double shifted = Math.fma(a, Exponential.LOG2_E, Exponential.ROUNDER);
    double high = high(a, shifted);
    double r = remainder(high, shifted);
    double lost = lost(high, r, shifted);
    double z = r * r;
    double p = quarterPower(shifted);
    double q = quarterInverse(shifted);
    double sine = Math.fma(r * z, sineTail(z), lost);
    double leading = Math.fma(p + q, r, p - q);
    double error = Math.fma(p + q, r, (p - q) - leading);
    double rest = Math.fma(p - q, cosineRest(z, r, lost), Math.fma(p + q, sine, error));
    double result = 2 * (leading + rest);
    return Math.abs(x) < TINY ? x : Math.copySign(result, x);
  }

  /** cosh x: infinity at the infinities. */
  public static double cosh(double x) {
    double a = magnitude(x);
    double shifted = Math.fma(a, Exponential.LOG2_E, Exponential.ROUNDER);
    double high = high(a, shifted);
    double r = remainder(high, shifted);
    double lost = lost(high, r, shifted);
    double z = r * r;
    double p = quarterPower(shifted);
    double q = quarterInverse(shifted);
    double sine = Math.fma(r * z, sineTail(z), lost);
    double leading = Math.fma(p - q, r, p + q);
    double error = Math.fma(p - q, r, (p + q) - leading);
    double rest = Math.fma(p + q, cosineRest(z, r, lost), Math.fma(p - q, sine, error));
    return 2 * (leading + rest);
  }

  private static double magnitude(double x) {
    double a = Math.abs(x);
    return a > HIGHEST ? HIGHEST : a;
  }

  /** What is left of a without the leading part of k ln 2, exact. */
  private static double high(double a, double shifted) {
    return Math.fma(-(shifted - Exponential.ROUNDER), Exponential.LN2_HIGH, a);
  }

  private static double remainder(double high, double shifted) {
    return Math.fma(-(shifted - Exponential.ROUNDER), Exponential.LN2_LOW, high);
  }

  /** What rounding the remainder lost. */
  private static double lost(double high, double r, double shifted) {
    return Math.fma(-(shifted - Exponential.ROUNDER), Exponential.LN2_LOW, high - r);
  }

  /** 2^k / 4. */
  private static double quarterPower(double shifted) {
    return Exponential.powerOfTwo((int) Double.doubleToRawLongBits(shifted) - 2);
  }

  /** 2^-k / 4, but 2^-502 where it is less: beside the power it does not matter. */
  private static double quarterInverse(double shifted) {
    return Exponential.powerOfTwo(-Math.min((int) Double.doubleToRawLongBits(shifted), 500) - 2);
  }

  /** cosh(r + lost) - 1 for z = r². */
  private static double cosineRest(double z, double r, double lost) {
    return Math.fma(z, cosineTail(z), r * lost);
  }

  /** (sinh r - r) / r³ for |r| &lt;= ln 2 / 2, where z = r². */
  private static double sineTail(double z) {
    double tail = Math.fma(z, 2.5100385495027197e-08, 2.755726845999808e-06);
    tail = Math.fma(z, tail, 0.00019841269863053615);
    tail = Math.fma(z, tail, 0.008333333333330062);
    return Math.fma(z, tail, 0.16666666666666669);
  }

  /** (cosh r - 1) / r² for |r| &lt;= ln 2 / 2, where z = r². */
  private static double cosineTail(double z) {
    double tail = Math.fma(z, 2.0918137737228625e-09, 2.7557263279089615e-07);
    tail = Math.fma(z, tail, 2.4801587336442236e-05);
    tail = Math.fma(z, tail, 0.0013888888888879073);
    tail = Math.fma(z, tail, 0.04166666666666668);
    return Math.fma(z, tail, 0.5);
  }

  /** Sets {@code y[i] = sinh(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void sinhs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = sinh(x[i]);
    }
  }

  /** Sets {@code y[i] = cosh(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void coshs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = cosh(x[i]);
    }
  }
}
