package io.sluice.activations.layer;

/** What softmax and softmin have in common: the shares of exponentials, and their slopes. */
abstract class Shares extends Blocks {

  /** Sets y to the numbers whose exponentials are compared, the largest of each example being 0. */
  static void shift(double sign, int units, int examples, int lanes, double[] x, double[] y) {
    for (int example = 0; example < examples; example++) {
      int from = example * units * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        int to = lane + units * lanes;
        double largest = sign * x[lane];
        for (int i = lane + lanes; i < to; i += lanes) {
          largest = Math.max(largest, sign * x[i]);
        }
        for (int i = lane; i < to; i += lanes) {
          y[i] = sign * x[i] - largest;
        }
      }
    }
  }

  /** Divides the numbers of each example by their sum. */
  static void divideBySums(int units, int examples, int lanes, double[] y) {
    for (int example = 0; example < examples; example++) {
      int from = example * units * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        int to = lane + units * lanes;
        double sum = 0;
        for (int i = lane; i < to; i += lanes) {
          sum += y[i];
        }
        for (int i = lane; i < to; i += lanes) {
          y[i] /= sum;
        }
      }
    }
  }

  /** Sets result to sign y (e - Σ e y), which multiplies the errors e by the Jacobian. */
  static void pullBack(
      double sign,
      int units,
      int examples,
      int lanes,
      double[] y,
      double[] errors,
      double[] result) {
    for (int example = 0; example < examples; example++) {
      int from = example * units * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        int to = lane + units * lanes;
        double product = 0;
        for (int i = lane; i < to; i += lanes) {
          product = Math.fma(errors[i], y[i], product);
        }
        for (int i = lane; i < to; i += lanes) {
          result[i] = sign * y[i] * (errors[i] - product);
        }
      }
    }
  }
}
