package io.sluice.optimizers.oracle;

/** Plain sums over the parameters of one trial, each in ascending order. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The Euclidean norm; infinity where squares overflow. */
  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Sets {@code target = x + t d}. */
  static void move(double[] x, double t, double[] d, double[] target) {
    for (int i = 0; i < x.length; i++) {
      target[i] = x[i] + t * d[i];
    }
  }

  /** Sets {@code target = a − b}. */
  static void subtract(double[] a, double[] b, double[] target) {
    for (int i = 0; i < a.length; i++) {
      target[i] = a[i] - b[i];
    }
  }

  /** Sets {@code target = t a}. */
  static void scale(double t, double[] a, double[] target) {
    for (int i = 0; i < a.length; i++) {
      target[i] = t * a[i];
    }
  }

  static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
  }

  static boolean areFinite(double[] a) {
    for (double value : a) {
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }
}
