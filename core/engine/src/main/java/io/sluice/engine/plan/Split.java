package io.sluice.engine.plan;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.RowClasses;
import io.sluice.engine.study.Validation;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The rows of a problem, apart: those to train with and those kept from training. Both keep the
 * order of the data.
 *
 * @param validation null if there are none
 * @param curve points of the curve that the rows were taken from; null if they are not asked for
 */
record Split(Dataset training, Dataset validation, Dataset curve) {

  Split(Dataset training, Dataset validation) {
    this(training, validation, null);
  }

  /** The same rows, and points of their curve. */
  Split with(Dataset points) {
    return new Split(training, validation, points);
  }

  /** Fewer rows cannot be split. */
  static final int FEWEST_ROWS = 2;

  /**
   * Keeps some rows from training, at least one, and leaves at least one. A share of them is
   * round(share · rows): the last ones of the data, or the first ones of a shuffle of all rows;
   * stratified, it is that of each class, at least one and not all, so that a class of one row is
   * left. Folds are dealt to the shuffled rows in turn; stratified, to those of one class after the
   * other.
   *
   * @param fold which fold is kept, from 0 on, if there are folds
   * @param key decides the shuffle
   */
  static Split of(Dataset data, Validation validation, int fold, long key) {
    if (!validation.keepsRows()) {
      return new Split(data, null);
    }
    boolean[] kept = kept(data, validation, fold, key);
    return new Split(data.select(rows(kept, false)), data.select(rows(kept, true)));
  }

  private static boolean[] kept(Dataset data, Validation validation, int fold, long key) {
    int rows = data.rows();
    boolean[] kept = new boolean[rows];
    int count = count(validation.share(), rows);
    if (validation.last()) {
      Arrays.fill(kept, rows - count, rows, true);
      return kept;
    }
    int[] order = new RandomStream(key).nextOrder(rows, rows);
    int[] left = {count};
    int[] classes = new int[rows];
    if (validation.stratified()) {
      RowClasses all = RowClasses.of(data);
      classes = all.ofRow();
      order = byClass(order, all);
      left = all.sizes();
      for (int c = 0; c < left.length; c++) {
        left[c] = left[c] == 1 ? 0 : count(validation.share(), left[c]);
      }
    }
    for (int place = 0; place < rows; place++) {
      int row = order[place];
      kept[row] =
          validation.folds() > 0 ? place % validation.folds() == fold : left[classes[row]]-- > 0;
    }
    return kept;
  }

  private static int count(double share, int rows) {
    return (int) Math.max(1, Math.min(rows - 1, Math.round(share * rows)));
  }

  private static int[] rows(boolean[] kept, boolean wanted) {
    return IntStream.range(0, kept.length).filter(row -> kept[row] == wanted).toArray();
  }

  /** The rows of one class after the other, each in the order given. */
  private static int[] byClass(int[] order, RowClasses classes) {
    int[] next = classes.sizes();
    int before = 0;
    for (int c = 0; c < next.length; c++) {
      int size = next[c];
      next[c] = before;
      before += size;
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[next[classes.ofRow()[row]]++] = row;
    }
    return sorted;
  }

  /**
   * Scales all parts by what is seen of the rows to train with, adds noise to those, and puts
   * features in the place of the inputs.
   *
   * @param key decides the noise and what features are drawn
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
    UnaryOperator<Dataset> scaling = rows -> rows.change(inputs, outputs);
    Split same = new Split(noisy, apply(scaling, validation), apply(scaling, curve));
    if (preparation.features().isEmpty()) {
      return same;
    }
    long drawn = RandomStream.key(key, RandomStream.key("features"));
    FeatureMap features = FeatureMap.of(preparation.features().get(), noisy, drawn);
    return new Split(
        features.of(noisy),
        apply(features::of, same.validation()),
        apply(features::of, same.curve()));
  }

  /** The rows after a change; null where there are none. */
  private static Dataset apply(UnaryOperator<Dataset> change, Dataset rows) {
    return rows == null ? null : change.apply(rows);
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
