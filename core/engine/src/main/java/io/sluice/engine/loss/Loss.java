package io.sluice.engine.loss;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.RowClasses;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * How the outputs of a network are compared with data. Two losses of one kind with the same numbers
 * are equal. The blocks are laid out {@code [example][unit][lane]} with the lanes in use side by
 * side.
 */
public sealed interface Loss extends Component
    permits SquaredError,
        AbsoluteError,
        Huber,
        LogCosh,
        BinaryCrossEntropy,
        SoftmaxCrossEntropy,
        WeightedLoss,
        HeadsLoss {

  /**
   * Some outputs side by side.
   *
   * @param from the first, from 0 on
   * @param to one past the last
   */
  record Span(int from, int to) {}

  /** Mean squared error, the preset. */
  Loss MSE = new SquaredError();

  /** Mean absolute error. */
  Loss MAE = new AbsoluteError();

  /** The logarithm of the hyperbolic cosine of the error. */
  Loss LOG_COSH = new LogCosh();

  /** Cross-entropy of yes and no, on logits. */
  Loss BINARY_CROSS_ENTROPY = new BinaryCrossEntropy();

  /** Cross-entropy of one class among several, on logits. */
  Loss SOFTMAX_CROSS_ENTROPY = new SoftmaxCrossEntropy();

  /**
   * Squared near 0 and straight beyond.
   *
   * @param delta where the joints are, above 0
   */
  static Loss huber(double delta) {
    return new Huber(delta);
  }

  /** Every loss with its presets, in the order of the documentation. */
  static List<Loss> all() {
    return List.of(MSE, MAE, huber(1), LOG_COSH, BINARY_CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY);
  }

  /**
   * This loss with the rows of each class counting as they are to.
   *
   * @param weights as many as there are classes, or {@link ClassWeights.Kind#BALANCED}
   * @param classes of the rows to train with
   */
  default Loss weighted(ClassWeights weights, RowClasses classes) {
    return WeightedLoss.of(this, weights, classes);
  }

  @Override
  default Loss with(Map<String, Double> values) {
    return this;
  }

  /** The id, and in brackets every value: {@code huber(delta=0.5)}. */
  default String label() {
    StringJoiner values = new StringJoiner(" ", "(", ")").setEmptyValue("");
    for (Hyperparameter value : hyperparameters()) {
      values.add(value.name() + "=" + NumberText.of(value.value()));
    }
    return id() + values;
  }

  /** Whether the targets are probabilities of classes, or else numbers to come close to. */
  default boolean isForClasses() {
    return false;
  }

  /** The outputs of which it is told whether their class is right; empty if there are none. */
  default Optional<Span> classes(int units) {
    return Optional.of(new Span(0, units));
  }

  /** The outputs that come close to numbers; empty if there are none. */
  default Optional<Span> numbers(int units) {
    return isForClasses() ? Optional.empty() : Optional.of(new Span(0, units));
  }

  /** Why the data cannot be fitted with this loss, or an empty string if they can. */
  default String complaint(Dataset data) {
    return "";
  }

  /** Whether it is the mean of squares of what outputs lack, so that there are residuals. */
  default boolean isMeanOfSquares() {
    return false;
  }

  /** Over how many terms the mean is taken. */
  default int terms(int examples, int units) {
    return examples * units;
  }

  /**
   * Sets the share of each output in the loss, not yet divided. All blocks are laid out {@code
   * [example][unit][lane]}.
   *
   * @param values receives the shares; none of the other arrays
   */
  void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values);

  /**
   * Sets the slopes of the mean by the outputs.
   *
   * @param terms over how many terms the mean is taken
   */
  void slopes(
      double[] output,
      double[] wanted,
      int examples,
      int units,
      int lanes,
      int terms,
      double[] slopes);
}
