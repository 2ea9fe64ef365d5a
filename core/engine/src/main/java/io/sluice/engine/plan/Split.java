package io.sluice.engine.plan;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.Validation;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.function.Consumer;

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
   * Keeps round(share · rows) rows from training, at least one, and leaves at least one: the last
   * ones of the data, or the first ones of a shuffle of all rows.
   *
   * @param key decides the shuffle
   */
  static Split of(Dataset data, Validation validation, long key) {
    if (!validation.keepsRows()) {
      return new Split(data, null);
    }
    int rows = data.rows();
    int kept = (int) Math.max(1, Math.min(rows - 1, Math.round(validation.share() * rows)));
    int[] order = new int[rows];
    if (validation.last()) {
      Arrays.setAll(order, place -> (place + rows - kept) % rows);
    } else {
      Arrays.setAll(order, row -> row);
      shuffle(order, kept, key);
    }
    int[] keptRows = Arrays.copyOf(order, kept);
    int[] trainingRows = Arrays.copyOfRange(order, kept, rows);
    Arrays.sort(keptRows);
    Arrays.sort(trainingRows);
    return new Split(data.select(trainingRows), data.select(keptRows));
  }

  private static void shuffle(int[] rows, int count, long key) {
    RandomStream random = new RandomStream(key);
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(rows.length - i);
      int row = rows[other];
      rows[other] = rows[i];
      rows[i] = row;
    }
  }

  /**
   * Scales both parts by what is seen of the rows to train with, and adds noise to those.
   *
   * @param key decides the noise
   * @param notes is told what of the data may surprise
   */
  Split prepared(Preparation preparation, long key, Consumer<String> notes) {
    if (preparation.equals(Preparation.NONE)) {
      return this;
    }
    Dataset.Change inputs =
        ScaledColumns.fit(
            preparation.inputs(),
            training.rows(),
            training.inputs(),
            training::input,
            column -> notes.accept(almostConstant("input", column)));
    Dataset.Change outputs =
        ScaledColumns.fit(
            preparation.outputs(),
            training.rows(),
            training.outputs(),
            training::output,
            column -> notes.accept(almostConstant("output", column)));
    Dataset scaled = training.change(inputs, outputs);
    Dataset noisy =
        scaled.change(
            noise(preparation.inputNoise(), RandomStream.key(key, RandomStream.key("inputs"))),
            noise(preparation.outputNoise(), RandomStream.key(key, RandomStream.key("outputs"))));
    return new Split(noisy, validation == null ? null : validation.change(inputs, outputs));
  }

  private static String almostConstant(String kind, int column) {
    return kind
        + " "
        + (column + 1)
        + " differs by no more than rounding in the rows to train with: it is moved, not"
        + " stretched";
  }

  private static Dataset.Change noise(double deviation, long key) {
    RandomStream random = new RandomStream(key);
    return deviation == 0
        ? Dataset.Change.NONE
        : (column, number) -> number + deviation * random.nextGaussian();
  }
}
