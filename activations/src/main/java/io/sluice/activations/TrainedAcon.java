package io.sluice.activations;

import io.sluice.math.Exponential;

/** The block forms of {@link Acon} where every element has parameters of its own. */
final class TrainedAcon {

  private TrainedAcon() {}

  /**
   * As the block form of {@link io.sluice.spi.TrainableActivation}; the parameters end with β, and
   * have p2 before it and p1 before that, as far as they are trained.
   */
  static void valuesAndSlopes(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    int last = parameters.length - 1;
    double[] betas = parameters[last];
    double[] seconds = last > 0 ? parameters[last - 1] : null;
    double[] firsts = last > 1 ? parameters[0] : null;
    boolean near = true;
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double second = seconds == null ? 0 : seconds[i];
      double z = betas[i] * (first - second) * x[i];
      slope[i] = z;
      near &= Math.abs(z) <= SmoothMaximum.FAR;
    }
    if (!near) {
      oneByOne(x, firsts, seconds, betas, y, slope, slopesBy, from, to);
      return;
    }
    Exponential.decays(slope, slope, from, to);
    finishByBeta(x, firsts, seconds, slope, slopesBy[last], from, to);
    if (seconds != null) {
      finishBy(-1, x, firsts, seconds, betas, slope, slopesBy[last - 1], from, to);
    }
    if (firsts != null) {
      finishBy(1, x, firsts, seconds, betas, slope, slopesBy[0], from, to);
    }
    if (firsts != null) {
      finish(x, firsts, seconds, betas, y, slope, from, to);
    } else if (seconds != null) {
      finish(x, seconds, betas, y, slope, from, to);
    } else {
      finish(x, betas, y, slope, from, to);
    }
  }

  private static void finishByBeta(
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] decay,
      double[] by,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double second = seconds == null ? 0 : seconds[i];
      by[i] = SmoothMaximum.slopeByBeta(x[i], first - second, decay[i]);
    }
  }

  /** The slopes by p1 if the sign is 1, by p2 if it is -1. */
  private static void finishBy(
      int sign,
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] betas,
      double[] decay,
      double[] by,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double z = sign * (betas[i] * (first - seconds[i]) * x[i]);
      by[i] = x[i] * SmoothMaximum.share(z, Step.of(z), decay[i]);
    }
  }

  private static void finish(
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] betas,
      double[] y,
      double[] slope,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts[i];
      double second = seconds[i];
      slope[i] = correctedDecay(x[i], first, second, betas[i], slope[i]);
    }
    for (int i = from; i < to; i++) {
      double first = firsts[i];
      double second = seconds[i];
      double input = x[i];
      double z = betas[i] * (first - second) * input;
      double above = Step.of(z);
      double e = slope[i];
      slope[i] = SmoothMaximum.slope(first, second, z, above, e);
      y[i] = SmoothMaximum.value(input, first, second, above, e);
    }
  }

  /** The same where the first is fixed. */
  private static void finish(
      double[] x, double[] seconds, double[] betas, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      slope[i] = correctedDecay(x[i], 1, seconds[i], betas[i], slope[i]);
    }
    for (int i = from; i < to; i++) {
      double second = seconds[i];
      double input = x[i];
      double z = betas[i] * (1 - second) * input;
      double above = Step.of(z);
      double e = slope[i];
      slope[i] = SmoothMaximum.slope(1, second, z, above, e);
      y[i] = SmoothMaximum.value(input, 1, second, above, e);
    }
  }

  /** The same where both are fixed. */
  private static void finish(
      double[] x, double[] betas, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double z = betas[i] * input;
      double above = Step.of(z);
      double e = SmoothMaximum.corrected(slope[i], above, Math.fma(betas[i], input, -z));
      slope[i] = SmoothMaximum.slope(1, 0, z, above, e);
      y[i] = SmoothMaximum.value(input, 1, 0, above, e);
    }
  }

  private static double correctedDecay(double x, double p1, double p2, double beta, double decay) {
    double factor = beta * (p1 - p2);
    double z = factor * x;
    double lost = Math.fma(factor, x, -z) + SmoothMaximum.factorLost(p1, p2, beta) * x;
    return SmoothMaximum.corrected(decay, Step.of(z), lost);
  }

  private static void oneByOne(
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] betas,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double second = seconds == null ? 0 : seconds[i];
      double input = x[i];
      for (int k = 0; k < slopesBy.length; k++) {
        slopesBy[k][i] = SmoothMaximum.slopeBy(slopesBy.length - k, input, first, second, betas[i]);
      }
      slope[i] = SmoothMaximum.slope(input, first, second, betas[i]);
      y[i] = SmoothMaximum.value(input, first, second, betas[i]);
    }
  }
}
