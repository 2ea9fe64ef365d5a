package io.sluice.engine.plan;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.RandomStream;
import java.util.Arrays;

/**
 * The rows of a problem, apart: those to train with and those kept from training. Both keep the
 * order of the data.
 *
 * @param validation null if there are none
 */
record Split(Dataset training, Dataset validation) {

  /** Fewer rows cannot be split. */
  static final int FEWEST_ROWS = 2;

  /**
   * Keeps round(share · rows) rows from training, at least one, and leaves at least one: the first
   * ones of a shuffle of all rows.
   *
   * @param share 0 to keep none
   * @param key decides the shuffle
   */
  static Split of(Dataset data, double share, long key) {
    if (share == 0) {
      return new Split(data, null);
    }
    int rows = data.rows();
    int kept = (int) Math.max(1, Math.min(rows - 1, Math.round(share * rows)));
    int[] shuffled = new int[rows];
    Arrays.setAll(shuffled, row -> row);
    RandomStream random = new RandomStream(key);
    for (int i = 0; i < kept; i++) {
      int other = i + random.nextInt(rows - i);
      int row = shuffled[other];
      shuffled[other] = shuffled[i];
      shuffled[i] = row;
    }
    int[] validation = Arrays.copyOf(shuffled, kept);
    int[] training = Arrays.copyOfRange(shuffled, kept, rows);
    Arrays.sort(validation);
    Arrays.sort(training);
    return new Split(data.select(training), data.select(validation));
  }
}
