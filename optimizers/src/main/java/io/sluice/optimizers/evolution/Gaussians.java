package io.sluice.optimizers.evolution;

import io.sluice.math.Logarithm;
import io.sluice.math.Trigonometric;
import io.sluice.spi.RandomStream;

/**
 * Standard normal numbers by Box and Muller's transform, made many at a time in block form and
 * handed out as they are asked for.
 */
final class Gaussians {

  private static final int PAIRS = 64;

  private final RandomStream random;
  private final double[] radius = new double[PAIRS];
  private final double[] sine = new double[PAIRS];
  private final double[] cosine = new double[PAIRS];
  private final double[] ready = new double[2 * PAIRS];
  private int used = 2 * PAIRS;

  Gaussians(RandomStream random) {
    this.random = random;
  }

  /** Fills an array. */
  void fill(double[] target) {
    for (int from = 0; from < target.length; ) {
      if (used == ready.length) {
        make();
      }
      int length = Math.min(ready.length - used, target.length - from);
      System.arraycopy(ready, used, target, from, length);
      used += length;
      from += length;
    }
  }

  private void make() {
    random.fill(radius, 0, PAIRS, 0, 1);
    random.fill(sine, 0, PAIRS, 0, 2 * Math.PI);
    for (int i = 0; i < PAIRS; i++) {
      radius[i] = 1 - radius[i];
    }
    Logarithm.logs(radius, radius, 0, PAIRS);
    Trigonometric.sinsAndCosines(sine, sine, cosine, 0, PAIRS);
    for (int i = 0; i < PAIRS; i++) {
      double length = Math.sqrt(-2 * radius[i]);
      ready[i] = length * cosine[i];
      ready[PAIRS + i] = length * sine[i];
    }
    used = 0;
  }
}
