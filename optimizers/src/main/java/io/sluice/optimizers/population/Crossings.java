package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;

/** How two parents are crossed. */
final class Crossings {

  private Crossings() {}

  /**
   * Simulated binary crossover, without bounds: two children at equal distances from the middle of
   * their parents. Half of the coordinates are not crossed, and which child is nearer to which
   * parent is drawn for each coordinate.
   *
   * @param two receives the second child, if it is wanted
   */
  static void simulatedBinary(
      RandomStream random,
      double index,
      double[] first,
      double[] second,
      double[] one,
      double[] two) {
    for (int c = 0; c < first.length; c++) {
      double middle = (first[c] + second[c]) / 2;
      double half = (second[c] - first[c]) / 2;
      if (random.nextDouble() < 0.5) {
        double u = random.nextDouble();
        double base = u < 0.5 ? 2 * u : 1 / (2 - 2 * u);
        half *= StrictMath.pow(base, 1 / (index + 1));
      }
      double sign = random.nextDouble() < 0.5 ? -1 : 1;
      one[c] = middle + sign * half;
      if (two != null) {
        two[c] = middle - sign * half;
      }
    }
  }

  /** Blend crossover: uniform on the interval of the parents, widened by a share of its length. */
  static void blend(
      RandomStream random, double widening, double[] first, double[] second, double[] child) {
    for (int c = 0; c < first.length; c++) {
      double low = Math.min(first[c], second[c]);
      double high = Math.max(first[c], second[c]);
      double margin = widening * (high - low);
      child[c] = random.nextDouble(low - margin, high + margin);
    }
  }
}
