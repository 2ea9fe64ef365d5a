package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.engine.text.NumberText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entry of a table.
 *
 * @param text what a reader sees
 * @param exact what a program gets: a text, a {@link Long}, a {@link Double}, an {@link Estimate},
 *     which becomes three columns, a list of texts, a map from names to numbers, or null for none
 */
public record Value(String text, Object exact) {

  /** No entry. */
  public static final Value NONE = new Value("", null);

  public Value {
    if (exact != null
        && !(exact instanceof String)
        && !(exact instanceof Long)
        && !(exact instanceof Double)
        && !(exact instanceof Estimate)
        && !(exact instanceof List)
        && !(exact instanceof Map)) {
      throw new IllegalArgumentException("an entry is no " + exact.getClass().getSimpleName());
    }
  }

  /** A text. */
  public static Value of(String text) {
    return new Value(text, text);
  }

  /** Texts, with commas between them. */
  public static Value of(List<String> texts) {
    return new Value(spelled(texts), List.copyOf(texts));
  }

  /** Numbers by name, as {@code a=1 b=2}. */
  public static Value of(Map<String, Double> numbers) {
    return new Value(spelled(numbers), Collections.unmodifiableMap(new LinkedHashMap<>(numbers)));
  }

  /** What comma-separated values have of an exact entry. */
  static String spelled(Object exact) {
    if (exact instanceof Double number) {
      return NumberText.of(number);
    }
    if (exact instanceof List<?> list) {
      return list.stream().map(Value::spelled).collect(Collectors.joining(", "));
    }
    if (exact instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + spelled(entry.getValue()))
          .collect(Collectors.joining(" "));
    }
    return exact == null ? "" : exact.toString();
  }

  /** A whole number. */
  public static Value of(long number) {
    return new Value(Long.toString(number), number);
  }

  /** A number, shown with three digits. */
  public static Value of(double number) {
    return new Value(Double.isNaN(number) ? "" : Figures.number(number), number);
  }

  /** A number with its interval, shown with three digits. */
  public static Value of(Estimate estimate) {
    return new Value(Figures.number(estimate), estimate);
  }

  /** A share of trials, shown in percent. */
  public static Value percent(Estimate share) {
    return new Value(Double.isNaN(share.value()) ? "" : Figures.percent(share), share);
  }

  /** A share of variance, shown in percent; nothing is shown where it is not known. */
  public static Value share(Estimate share) {
    return new Value(Double.isNaN(share.value()) ? "" : Figures.share(share), share);
  }

  /** A probability, shown as {@code 0.012} or {@code < 0.0001}; none where it is not known. */
  public static Value probability(double p) {
    return Double.isNaN(p)
        ? new Value("", Double.NaN)
        : new Value(Figures.probability(p).replaceFirst("p (= )?", ""), p);
  }

  /** Whether it stands at the right, as numbers do. */
  boolean isNumeric() {
    return exact instanceof Number;
  }
}
