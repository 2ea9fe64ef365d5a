package io.sluice.engine.plan;

import io.sluice.moments.Interruption;
import io.sluice.spi.Activation;

/**
 * The pre-activation band of an activation: the smallest interval outside of which |f'| is nowhere
 * above a share of its maximum. It is found numerically on ±1e6, which is also how far "nowhere"
 * reaches; an activation whose slope is still large out there, such as relu, or large again and
 * again, such as sin, has no band.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
record ActivationBand(double lower, double upper) {

  private static final int STEPS = 40_000;
  private static final double NEAR = 40;
  private static final double FAR = 1e6;

  /** The band, or why there is none. */
  record Search(ActivationBand band, String reason) {}

  static Search find(Activation activation, double share) {
    double[] x = grid();
    double[] slope = new double[x.length];
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      Interruption.check();
      slope[i] = Math.abs(activation.slope(x[i]));
      largest = Math.max(largest, slope[i]);
    }
    if (Double.isNaN(largest)) {
      return new Search(null, "its slope is not a number somewhere");
    }
    if (largest == 0 || Double.isInfinite(largest)) {
      return new Search(null, "its slope is " + (largest > 0 ? "unbounded" : "zero everywhere"));
    }
    double threshold = share * largest;
    int first = 0;
    while (!(slope[first] > threshold)) {
      first++;
    }
    int last = x.length - 1;
    while (!(slope[last] > threshold)) {
      last--;
    }
    if (x[first] < -NEAR || x[last] > NEAR) {
      String side = x[first] < -NEAR && x[last] > NEAR ? "both sides" : "one side";
      return new Search(null, "its slope stays large on " + side);
    }
    return new Search(
        new ActivationBand(
            edge(activation, threshold, x[first - 1], x[first]),
            edge(activation, threshold, x[last + 1], x[last])),
        "");
  }

  /** Even steps near zero, then ever longer ones. */
  private static double[] grid() {
    double[] x = new double[STEPS + 1];
    int half = STEPS / 2;
    int near = half * 4 / 5;
    for (int i = 1; i <= half; i++) {
      double at =
          i <= near
              ? NEAR * 1.25 * i / near
              : NEAR
                  * 1.25
                  * StrictMath.pow(FAR / (NEAR * 1.25), (i - near) / (double) (half - near));
      x[half + i] = at;
      x[half - i] = -at;
    }
    return x;
  }

  /** Bisects between a point outside the band and one inside. */
  private static double edge(Activation activation, double threshold, double out, double in) {
    double outside = out;
    double inside = in;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (outside + inside);
      if (Math.abs(activation.slope(middle)) > threshold) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
