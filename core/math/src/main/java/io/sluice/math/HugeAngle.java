package io.sluice.math;

/**
 * Sine and cosine of numbers so large that 2 x / π needs more bits of 1 / π than two numbers hold.
 *
 * <p>Method: x is a whole number of 53 bits times a power of two. The bits of 1 / π whose product
 * with x is a multiple of 2 are skipped, 192 are used, and the product modulo 2 is kept as a
 * fixed-point number of 128 bits. Its distance to the nearest quadrant is the angle.
 */
final class HugeAngle {

  /** 64 zeros, then 1 / π after the binary point. */
  private static final long[] INVERSE_PI = {
    0L,
    0x517cc1b727220a94L,
    0xfe13abe8fa9a6ee0L,
    0x6db14acc9e21c820L,
    0xff28b1d5ef5de2b0L,
    0xdb92371d2126e970L,
    0x0324977504e8c90eL,
    0x7f0ef58e5894d39fL,
    0x74411afa975da242L,
    0x74ce38135a2fbf20L,
    0x9cc8eb1cc1a99cfaL,
    0x4e422fc5defc941dL,
    0x8ffc4bffef02cc07L,
    0xf79788c5ad05368fL,
    0xb69b3f6793e584dbL,
    0xa7a31fb34f2ff516L,
    0xba93dd63f5f2f8bdL,
    0x9e839cfbc5294975L,
    0x35fdafd88fc6ae84L,
    0x2b0198237e3db5d5L,
    0xf867de104d7a1b0eL
  };

  private static final double HALF_PI = 0x1.921fb54442d18p0;
  private static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;

  private HugeAngle() {}

  /** sin x for |x| &gt;= 2^19. */
  static double sin(double x) {
    double magnitude = Math.abs(x);
    return x < 0 ? -shiftedSine(magnitude, 0) : shiftedSine(magnitude, 0);
  }

  /** cos x for |x| &gt;= 2^19. */
  static double cos(double x) {
    return shiftedSine(Math.abs(x), 1);
  }

  /** sin(x + quadrants π / 2). */
  private static double shiftedSine(double x, long quadrants) {
    if (!(x <= Double.MAX_VALUE)) {
      return Double.NaN;
    }
    long bits = Double.doubleToRawLongBits(x);
    long whole = (bits & ((1L << 52) - 1)) | 1L << 52;
    int position = Math.getExponent(x) - 52 - 1 + 64;
    long word0 = word(position);
    long word1 = word(position + 64);
    long word2 = word(position + 128);

    long carry = highProduct(whole, word2);
    long low = whole * word1 + carry;
    long overflow = Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
    long high = whole * word0 + highProduct(whole, word1) + overflow;

    // high and low now hold x / (2 π) modulo 1: two bits of quadrant, then the fraction of it.
    long fraction = high << 2 | low >>> 62;
    double leading = fraction;
    double trailing = (fraction - (long) leading) * 0x1p-64 + (low & (1L << 62) - 1) * 0x1p-126;
    leading *= 0x1p-64;
    double turns = leading + trailing;
    double lost = trailing - (turns - leading);
    double r = turns * HALF_PI;
    double rest = Math.fma(turns, HALF_PI, -r) + Math.fma(turns, HALF_PI_LOW, lost * HALF_PI);
    long quadrant = (high >>> 62) + (fraction >>> 63);
    return Trigonometric.quadrant(r, rest, quadrant + quadrants);
  }

  /** 64 bits of the table from a position on. */
  private static long word(int position) {
    int index = position >> 6;
    int shift = position & 63;
    long first = INVERSE_PI[index] << shift;
    return shift == 0 ? first : first | INVERSE_PI[index + 1] >>> (64 - shift);
  }

  /** The high half of a product of a positive and an unsigned number. */
  private static long highProduct(long positive, long unsigned) {
    return Math.multiplyHigh(positive, unsigned) + (unsigned >> 63 & positive);
  }
}
