package io.sluice.optimizers;

import java.util.Arrays;

/** Powers of many numbers to one exponent. */
final class Powers {

  private static final int LARGEST_PLAIN_POWER = 64;

  private Powers() {}

  /**
   * Raises bases, which are overwritten, to a power: by repeated multiplication where the exponent
   * is a small whole number.
   */
  static void raise(double[] bases, double[] powers, int length, double exponent) {
    if (exponent != Math.rint(exponent) || exponent > LARGEST_PLAIN_POWER) {
      for (int i = 0; i < length; i++) {
        powers[i] = StrictMath.pow(bases[i], exponent);
      }
      return;
    }
    Arrays.fill(powers, 0, length, 1);
    for (int rest = (int) exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        multiply(powers, bases, length);
      }
      multiply(bases, bases, length);
    }
  }

  private static void multiply(double[] target, double[] factors, int length) {
    for (int i = 0; i < length; i++) {
      target[i] *= factors[i];
    }
  }
}
