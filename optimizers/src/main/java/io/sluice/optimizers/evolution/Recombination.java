package io.sluice.optimizers.evolution;

import java.util.Arrays;

/**
 * The weights of ranks.
 *
 * @param weights of the best μ members, positive, their sum 1
 * @param effective how many equal weights vary as much: μ_eff = 1 / Σ w²
 */
record Recombination(double[] weights, double effective) {

  /** The usual size of a generation, 4 + ⌊3 ln n⌋. */
  static int usualSize(int parameters) {
    return 4 + (int) Math.floor(3 * StrictMath.log(parameters));
  }

  /** w_i ~ ln((λ + 1) / 2) − ln i for the better half, at least one. */
  static Recombination logarithmic(int size) {
    double[] weights = raw(size, Math.max(1, size / 2));
    if (size == 1) {
      weights[0] = 1;
    }
    return normalised(weights);
  }

  /** Equal weights of so many. */
  static Recombination equal(int parents) {
    double[] weights = new double[parents];
    Arrays.fill(weights, 1);
    return normalised(weights);
  }

  /**
   * The utilities of natural evolution strategies, max(0, ln(λ / 2 + 1) − ln i) to the sum 1, minus
   * 1 / λ each: of all ranks, their sum 0.
   */
  static double[] utilities(int size) {
    double[] utilities = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      utilities[i] = Math.max(0, StrictMath.log(size / 2.0 + 1) - StrictMath.log(i + 1));
      sum += utilities[i];
    }
    for (int i = 0; i < size; i++) {
      utilities[i] = utilities[i] / sum - 1.0 / size;
    }
    return utilities;
  }

  /** ln((λ + 1) / 2) − ln i of the first ranks, not normalised. */
  static double[] raw(int size, int ranks) {
    double[] weights = new double[ranks];
    for (int i = 0; i < ranks; i++) {
      weights[i] = StrictMath.log((size + 1) / 2.0) - StrictMath.log(i + 1);
    }
    return weights;
  }

  private static Recombination normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
      squares += weights[i] * weights[i];
    }
    return new Recombination(weights, 1 / squares);
  }
}
