package io.sluice.engine.plan;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Factor;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One level of a factor where a cell can have it, with the words of its identity ready, since as
 * many cells as there are may share it. Two levels are never equal.
 *
 * @param <T> what it stands for
 */
final class Level<T> {

  /** Of a factor that the study does not have. */
  static final String ABSENT = "";

  /** Of a factor that does not apply. */
  static final String NONE = "-";

  private final String label;
  private final T value;
  private final Map<String, Double> hyperparameters;
  private final byte[] named;
  private final byte[] valued;
  private final byte[] source;

  /**
   * @param label what rows carry
   * @param hyperparameters its resolved values as rows carry them, such as {@code optimizer.beta1}
   * @param source what it is whatever its label, for keys of trials; empty if the label says that
   */
  Level(
      StudyFactor factor,
      String label,
      T value,
      Map<String, Double> hyperparameters,
      String source) {
    this.label = label;
    this.value = value;
    this.hyperparameters = hyperparameters;
    Factor column = factor.factor();
    // So that a cell has the text it had before there was the factor.
    boolean left = label.equals(column.preset()) || label.equals(ABSENT);
    this.named = bytes(left ? "" : "|" + column.name() + "=" + label);
    StringBuilder values = new StringBuilder();
    hyperparameters.forEach(
        (name, number) ->
            values.append('|').append(name).append('=').append(NumberText.of(number)));
    this.valued = bytes(values.toString());
    this.source = bytes(source);
  }

  Level(StudyFactor factor, String label, T value) {
    this(factor, label, value, Map.of(), "");
  }

  private static byte[] bytes(String text) {
    return text.isEmpty() ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
  }

  private static final byte[] NOTHING = {};

  String label() {
    return label;
  }

  T value() {
    return value;
  }

  Map<String, Double> hyperparameters() {
    return hyperparameters;
  }

  /** {@code |factor=label}; nothing where the label is the factor's preset. */
  byte[] named() {
    return named;
  }

  /** {@code |name=value} of every hyper-parameter. */
  byte[] valued() {
    return valued;
  }

  byte[] source() {
    return source;
  }
}
