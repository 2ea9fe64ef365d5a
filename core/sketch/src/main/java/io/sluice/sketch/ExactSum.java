package io.sluice.sketch;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of finite numbers, or of their squares, without rounding: a whole number of the smallest
 * square there is. So it is the same in any order. Takes room for the digits that there are.
 */
final class ExactSum {

  /** What the lowest place counts, as a power of 2: no square of a double has a lower bit. */
  private static final int LOWEST = -2176;

  private static final long LIMB = 0xffff_ffffL;

  /** After so many additions carries are due; each adds less than 2³³ to a place. */
  private static final int MOST_ADDITIONS = 1 << 28;

  /** The places, 32 bits each with room for carries and a sign, the lowest first. */
  private long[] limbs = {};

  /** The number of the lowest place that is kept. */
  private int first;

  private int additions;

  /** Adds a finite number. */
  void add(double number) {
    long bits = Double.doubleToRawLongBits(number);
    long digits = digits(bits);
    if (digits != 0) {
      add(0, digits, exponent(bits), bits < 0 ? -1 : 1);
    }
  }

  /** Adds the square of a finite number. */
  void addSquare(double number) {
    long bits = Double.doubleToRawLongBits(number);
    long digits = digits(bits);
    if (digits != 0) {
      add(Math.multiplyHigh(digits, digits), digits * digits, 2 * exponent(bits), 1);
    }
  }

  private static long digits(long bits) {
    long fraction = bits & 0xf_ffff_ffff_ffffL;
    return (bits >>> 52 & 0x7ff) == 0 ? fraction : fraction | 1L << 52;
  }

  private static int exponent(long bits) {
    return Math.max(1, (int) (bits >>> 52 & 0x7ff)) - 1075;
  }

  /** Adds high · 2⁶⁴ + low times a power of 2; high is less than 2⁴². */
  private void add(long high, long low, int power, int sign) {
    int place = power - LOWEST >> 5;
    int shift = power - LOWEST & 31;
    cover(place, place + 5);
    int at = place - first;
    long one = (low & LIMB) << shift;
    long two = (low >>> 32) << shift;
    long three = (high & LIMB) << shift;
    long four = (high >>> 32) << shift;
    limbs[at] += sign * (one & LIMB);
    limbs[at + 1] += sign * ((one >>> 32) + (two & LIMB));
    limbs[at + 2] += sign * ((two >>> 32) + (three & LIMB));
    limbs[at + 3] += sign * ((three >>> 32) + (four & LIMB));
    limbs[at + 4] += sign * (four >>> 32);
    if (++additions == MOST_ADDITIONS) {
      set(whole(), first);
    }
  }

  /** Adds another sum. */
  void merge(ExactSum other) {
    if (other.limbs.length == 0) {
      return;
    }
    if (additions + other.additions >= MOST_ADDITIONS) {
      set(whole(), first);
      other.set(other.whole(), other.first);
    }
    cover(other.first, other.first + other.limbs.length);
    for (int i = 0; i < other.limbs.length; i++) {
      limbs[other.first - first + i] += other.limbs[i];
    }
    additions += other.additions + 1;
  }

  private void cover(int from, int to) {
    if (limbs.length == 0) {
      first = from;
      limbs = new long[to - from];
    } else if (from < first || to > first + limbs.length) {
      int low = Math.min(from, first);
      long[] wider = new long[Math.max(to, first + limbs.length) - low];
      System.arraycopy(limbs, 0, wider, first - low, limbs.length);
      limbs = wider;
      first = low;
    }
  }

  private void set(BigInteger whole, int place) {
    BigInteger rest = whole.abs();
    long[] places = new long[rest.bitLength() / 32 + 1];
    for (int i = 0; i < places.length; i++) {
      places[i] = whole.signum() * (rest.longValue() & LIMB);
      rest = rest.shiftRight(32);
    }
    limbs = places;
    first = place;
    additions = 1;
  }

  /** The sum as a whole number of what the lowest kept place counts. */
  private BigInteger whole() {
    byte[] positive = new byte[4 * limbs.length + 12];
    long carry = 0;
    int at = positive.length;
    for (long limb : limbs) {
      long sum = limb + carry;
      carry = sum >> 32;
      for (int i = 0; i < 4; i++) {
        positive[--at] = (byte) (sum >> 8 * i);
      }
    }
    for (int i = 0; i < 8; i++) {
      positive[--at] = (byte) (carry >> 8 * i);
    }
    Arrays.fill(positive, 0, at, (byte) (carry >> 63));
    return new BigInteger(positive);
  }

  /** The sum as a whole number of 2 to {@link #LOWEST}. */
  private BigInteger units() {
    return whole().shiftLeft(32 * first);
  }

  /** The mean of so many numbers, rounded once; NaN of none. */
  double mean(long count) {
    if (count == 0) {
      return Double.NaN;
    }
    // More digits than a double has, so that what the division leaves over does not count.
    return number(units().shiftLeft(128).divide(BigInteger.valueOf(count)), LOWEST - 128);
  }

  /**
   * The variance of so many numbers from their sum and the sum of their squares, without
   * cancellation; NaN of fewer than two.
   */
  static double variance(ExactSum sum, ExactSum squares, long count) {
    if (count < 2) {
      return Double.NaN;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger s = sum.units();
    // n Σx² − (Σx)², in units of the square of the lowest.
    BigInteger spread = n.multiply(squares.units()).shiftLeft(-LOWEST).subtract(s.multiply(s));
    BigInteger divisor = n.multiply(n.subtract(BigInteger.ONE));
    return number(spread.shiftLeft(128).divide(divisor), 2 * LOWEST - 128);
  }

  private static double number(BigInteger whole, int power) {
    int surplus = Math.max(0, whole.bitLength() - 128);
    return Math.scalb(whole.shiftRight(surplus).doubleValue(), power + surplus);
  }

  /** {@code 1a2bp-40}: hexadecimal digits, the last of the whole not even, and a power of 2. */
  String text() {
    BigInteger units = units();
    if (units.signum() == 0) {
      return "0";
    }
    int even = units.getLowestSetBit();
    return units.shiftRight(even).toString(16) + "p" + (even + LOWEST);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  static ExactSum of(String text) {
    ExactSum sum = new ExactSum();
    if (!text.equals("0")) {
      int at = text.indexOf('p');
      int power = Integer.parseInt(text.substring(at + 1));
      if (power < LOWEST || power > 4096) {
        throw new NumberFormatException("no sum " + text);
      }
      BigInteger digits = new BigInteger(text.substring(0, Math.max(0, at)), 16);
      sum.set(digits.shiftLeft(power - LOWEST & 31), power - LOWEST >> 5);
    }
    return sum;
  }
}
