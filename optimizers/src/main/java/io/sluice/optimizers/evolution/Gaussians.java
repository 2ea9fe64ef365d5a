package io.sluice.optimizers.evolution;

import io.sluice.math.Logarithm;
import io.sluice.math.Trigonometric;
import io.sluice.spi.RandomStream;

/** Standard normal numbers, many at a time, by Box and Muller's transform in block form. */
final class Gaussians {

  private static final int STRETCH = 64;

  private final RandomStream random;
  private final double[] radius = new double[STRETCH];
  private final double[] sine = new double[STRETCH];
  private final double[] cosine = new double[STRETCH];

  Gaussians(RandomStream random) {
    this.random = random;
  }

  /** Fills an array. */
  void fill(double[] target) {
    for (int from = 0; from < target.length; from += 2 * STRETCH) {
      int length = Math.min(2 * STRETCH, target.length - from);
      int pairs = (length + 1) / 2;
      random.fill(radius, 0, pairs, 0, 1);
      random.fill(sine, 0, pairs, 0, 2 * Math.PI);
      for (int i = 0; i < pairs; i++) {
        radius[i] = 1 - radius[i];
      }
      Logarithm.logs(radius, radius, 0, pairs);
      Trigonometric.sinsAndCosines(sine, sine, cosine, 0, pairs);
      for (int i = 0; i < pairs; i++) {
        radius[i] = Math.sqrt(-2 * radius[i]);
        target[from + i] = radius[i] * cosine[i];
      }
      for (int i = pairs; i < length; i++) {
        target[from + i] = radius[i - pairs] * sine[i - pairs];
      }
    }
  }
}
