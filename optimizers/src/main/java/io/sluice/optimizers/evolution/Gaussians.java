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

  /** How many pairs of all trials are made at once. */
  private static final int NEAR = 256;

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
    int rows = rowsAtOnce();
    for (int row = 0; row < PAIRS; row += rows) {
      make(row, rows * random.lanes(), rows);
    }
    random.skip(2 * PAIRS);
    used = 0;
  }

  /** So many that what is made at once stays in the nearest cache; they divide the pairs. */
  private int rowsAtOnce() {
    return Math.min(PAIRS, Integer.highestOneBit(Math.max(1, NEAR / random.lanes())));
  }

  private void make(int row, int length, int rows) {
    random.peek(radius, rows, row, 1);
    random.peek(sine, rows, PAIRS + row, 1);
    for (int i = 0; i < length; i++) {
      radius[i] = 1 - radius[i];
      sine[i] *= 2 * Math.PI;
    }
    Logarithm.logs(radius, radius, 0, length);
    Trigonometric.sinsAndCosines(sine, sine, cosine, 0, length);
    for (int i = 0; i < length; i++) {
      double distance = Math.sqrt(-2 * radius[i]);
      cosine[i] *= distance;
      sine[i] *= distance;
    }
    System.arraycopy(cosine, 0, ready, row * random.lanes(), length);
    System.arraycopy(sine, 0, ready, (PAIRS + row) * random.lanes(), length);
  }
}
