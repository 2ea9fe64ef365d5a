package io.sluice.engine.text;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a double, and of those the nearest, by the algorithm
 * Schubfach: R. Giulietti, "The Schubfach way to render doubles", 2021, whose letters are kept
 * here. It is some ten times as fast as dividing exact values. Only for normal doubles that are no
 * powers of two, whose neighbours are equally far on both sides.
 *
 * @param digits its digits as a whole number, without zeros at the end
 * @param power the power of ten they are multiplied with
 */
record ShortestDecimal(long digits, int power) {

  private static final int FRACTION_BITS = 52;
  private static final int LEAST_K = -324;
  private static final int LARGEST_K = 292;
  private static final long MASK_63 = (1L << 63) - 1;

  /** The numbers g of the paper for each k, in two halves of 63 bits: 10 to the -k, rounded up. */
  private static final long[] G1 = new long[LARGEST_K - LEAST_K + 1];

  private static final long[] G0 = new long[G1.length];

  static {
    for (int k = LEAST_K; k <= LARGEST_K; k++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(k));
      int bits = power.bitLength();
      BigInteger g =
          (k > 0 ? BigInteger.ONE.shiftLeft(125 + bits).divide(power) : power.shiftLeft(126 - bits))
              .add(BigInteger.ONE);
      G1[k - LEAST_K] = g.shiftRight(63).longValue();
      G0[k - LEAST_K] = g.longValue() & MASK_63;
    }
  }

  /** Whether a double is one of those that this can be asked for. */
  static boolean canBeOf(double value) {
    return Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL && fraction(value) != 0;
  }

  private static long fraction(double value) {
    return Double.doubleToRawLongBits(value) & ((1L << FRACTION_BITS) - 1);
  }

  /** The decimal of a double's size, without its sign. */
  static ShortestDecimal of(double value) {
    long c = fraction(value) | 1L << FRACTION_BITS;
    int q = Math.getExponent(value) - FRACTION_BITS;
    return of(c, q);
  }

  /** The decimal of c × 2^q. */
  private static ShortestDecimal of(long c, int q) {
    long out = c & 1;
    long cb = c << 2;
    int k = (int) (q * 661_971_961_083L >> 41); // floor(log10(2^q))
    int h = q + (int) (-k * 913_124_641_741L >> 38) + 2; // floor(log2(10^-k))
    long g1 = G1[k - LEAST_K];
    long g0 = G0[k - LEAST_K];
    long vb = rounded(g1, g0, cb << h);
    long vbl = rounded(g1, g0, cb - 2 << h);
    long vbr = rounded(g1, g0, cb + 2 << h);
    long s = vb >> 2;
    long sp10 = s / 10 * 10;
    long tp10 = sp10 + 10;
    boolean upIn = vbl + out <= sp10 << 2;
    boolean wpIn = (tp10 << 2) + out <= vbr;
    if (upIn != wpIn) {
      return stripped(upIn ? sp10 : tp10, k);
    }
    long t = s + 1;
    boolean uIn = vbl + out <= s << 2;
    boolean wIn = (t << 2) + out <= vbr;
    if (uIn != wIn) {
      return stripped(uIn ? s : t, k);
    }
    long middle = vb - (s + t << 1);
    return stripped(middle < 0 || middle == 0 && (s & 1) == 0 ? s : t, k);
  }

  /** The product of g and cp without its last 126 bits, of which the lowest says if any was set. */
  private static long rounded(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | (z & MASK_63) + MASK_63 >>> 63;
  }

  private static ShortestDecimal stripped(long digits, int power) {
    while (digits % 10 == 0) {
      digits /= 10;
      power++;
    }
    return new ShortestDecimal(digits, power);
  }
}
