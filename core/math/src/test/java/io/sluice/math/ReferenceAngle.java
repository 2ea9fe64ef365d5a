package io.sluice.math;

import java.math.BigInteger;

/** An angle as quadrants π / 2 + rest with |rest| &lt;= π / 4, by whole numbers of 250 bits. */
record ReferenceAngle(int quadrant, DoubleDouble rest) {

  /** Bits behind the binary point of the fraction of a quadrant. */
  private static final int FRACTION = 200;

  private static final int BITS = 1300;

  /** 2 / π times 2^BITS. */
  private static final BigInteger TWO_OVER_PI =
      BigInteger.ONE.shiftLeft(2 * BITS + 1).divide(pi(BITS));

  static final DoubleDouble HALF_PI = new DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54);

  /** 2^e 2 / π modulo 4 for every e from -60 on, as far as asked for. */
  private static final BigInteger[] TURNS = new BigInteger[1100];

  static ReferenceAngle of(double x) {
    if (Math.abs(x) < 0.78) {
      return new ReferenceAngle(0, DoubleDouble.of(x));
    }
    long bits = Double.doubleToRawLongBits(x);
    long whole = (bits & ((1L << 52) - 1)) | 1L << 52;
    BigInteger turns = BigInteger.valueOf(x < 0 ? -whole : whole).multiply(turns(x));
    BigInteger nearest = turns.add(BigInteger.ONE.shiftLeft(FRACTION - 1)).shiftRight(FRACTION);
    BigInteger rest = turns.subtract(nearest.shiftLeft(FRACTION));
    return new ReferenceAngle(nearest.intValue() & 3, fraction(rest).times(HALF_PI));
  }

  private static BigInteger turns(double x) {
    int e = Math.getExponent(x) - 52;
    if (TURNS[e + 60] == null) {
      BigInteger modulus = BigInteger.ONE.shiftLeft(FRACTION + 2);
      TURNS[e + 60] = TWO_OVER_PI.shiftRight(BITS - FRACTION - e).mod(modulus);
    }
    return TURNS[e + 60];
  }

  /** A whole number over 2^FRACTION. */
  private static DoubleDouble fraction(BigInteger number) {
    BigInteger positive = number.abs();
    int shift = Math.max(positive.bitLength() - 106, 0);
    BigInteger leading = positive.shiftRight(shift);
    double high = leading.shiftRight(53).longValue() * 0x1p53;
    double low = leading.longValue() & ((1L << 53) - 1);
    DoubleDouble sum = DoubleDouble.sum(high, low).scaled(shift - FRACTION);
    return number.signum() < 0 ? sum.negated() : sum;
  }

  /** π times 2^bits: 16 atan(1/5) - 4 atan(1/239). */
  private static BigInteger pi(int bits) {
    int guarded = bits + 32;
    BigInteger sixteen = inverseArctangent(5, guarded).shiftLeft(4);
    return sixteen.subtract(inverseArctangent(239, guarded).shiftLeft(2)).shiftRight(32);
  }

  private static BigInteger inverseArctangent(int n, int bits) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 1; power.signum() != 0; k++) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
      sum = k % 2 == 1 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }
}
