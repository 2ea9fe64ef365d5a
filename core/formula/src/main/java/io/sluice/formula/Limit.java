package io.sluice.formula;

/**
 * What a function tends to at an infinite input, where its formula gives NaN, such as infinity over
 * infinity: told by what it is far away, at inputs that grow by the same factor. If it is the same
 * there, that is the limit; if it grows or shrinks by the same factor each time, as powers do, it
 * is infinity or zero.
 */
final class Limit {

  /** The infinite input and three far ones. */
  static final int PROBES = 4;

  private static final double STEP = 1e5;

  /** How much factors may differ that are the same. */
  private static final double SAME = 1e-6;

  private Limit() {}

  /** Puts three far inputs behind an infinite one. */
  static void setProbes(double[] x, int at) {
    double far = Program.FAR;
    for (int i = PROBES - 1; i > 0; i--) {
      x[at + i] = Math.copySign(far, x[at]);
      far /= STEP;
    }
  }

  /** The limit that these four results tell, or the first of them if they tell none. */
  static double of(double[] results, int at) {
    double near = results[at + 1];
    double far = results[at + 2];
    double farthest = results[at + 3];
    if (near == far && far == farthest) {
      return farthest;
    }
    double factor = far / near;
    if (!(factor > 0) || !(Math.abs(farthest / far - factor) <= SAME * factor)) {
      return results[at];
    }
    if (Math.abs(factor - 1) <= SAME) {
      return farthest;
    }
    return Math.copySign(factor > 1 ? Double.POSITIVE_INFINITY : 0, farthest);
  }
}
