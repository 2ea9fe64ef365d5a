package io.sluice.optimizers.evolution;

import io.sluice.math.Logarithm;
import io.sluice.math.Trigonometric;
import io.sluice.spi.RandomLanes;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrialLanes;
import java.util.List;

/**
 * Standard normal numbers by Box and Muller's transform, made many at a time in block form and
 * handed out as they are asked for: of one stream, or of trials side by side.
 */
final class Gaussians {

  private static final int PAIRS = 64;

  private final RandomLanes random;
  private final double[] radius;
  private final double[] sine;
  private final double[] cosine;

  /** A row for each number that is ready. */
  private final double[] ready;

  private int used = 2 * PAIRS;

  Gaussians(RandomStream random) {
    this(new RandomLanes(List.of(random)), new double[2 * PAIRS]);
  }

  Gaussians(TrialLanes lanes) {
    this(lanes.random(), lanes.rows(2 * PAIRS));
  }

  private Gaussians(RandomLanes random, double[] ready) {
    this.random = random;
    this.ready = ready;
    radius = new double[ready.length / 2];
    sine = new double[ready.length / 2];
    cosine = new double[ready.length / 2];
  }

  /** Fills an array from one stream. */
  void fill(double[] target) {
    fill(target, 0, target.length);
  }

  /** Writes the next numbers of every lane, so many rows of them. */
  void fill(double[] target, int at, int rows) {
    int lanes = random.lanes();
    int to = at;
    for (int left = rows; left > 0; ) {
      if (used == 2 * PAIRS) {
        make();
      }
      int now = Math.min(2 * PAIRS - used, left);
      System.arraycopy(ready, used * lanes, target, to, now * lanes);
      used += now;
      left -= now;
      to += now * lanes;
    }
  }

  private void make() {
    int length = PAIRS * random.lanes();
    random.peek(radius, PAIRS, 0, 1);
    random.peek(sine, PAIRS, PAIRS, 1);
    random.skip(2 * PAIRS);
    for (int i = 0; i < length; i++) {
      radius[i] = 1 - radius[i];
      sine[i] *= 2 * Math.PI;
    }
    Logarithm.logs(radius, radius, 0, length);
    Trigonometric.sinsAndCosines(sine, sine, cosine, 0, length);
    for (int i = 0; i < length; i++) {
      double distance = Math.sqrt(-2 * radius[i]);
      ready[i] = distance * cosine[i];
      ready[length + i] = distance * sine[i];
    }
    used = 0;
  }
}
