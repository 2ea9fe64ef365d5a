package io.sluice.dist.page;

import io.sluice.analysis.Figures;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers as they stand in the table: exact if that is short, else rounded. */
final class NumberShown {

  private static final int SHORT = 8;
  private static final int MANY = 8;

  private NumberShown() {}

  /** One number. */
  static String of(double value) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "−∞" : "∞";
    }
    String exact = NumberText.of(value);
    return (exact.length() <= SHORT ? exact : Figures.number(value)).replace('-', '−');
  }

  /** An interval, its ends rounded. */
  static String of(Interval interval) {
    return (interval.lowerAttained() ? "\\[" : "(")
        + of(interval.lower())
        + ",&nbsp;"
        + of(interval.upper())
        + (interval.upperAttained() ? "\\]" : ")");
  }

  /** Some numbers; of many, the first. */
  static String of(double[] numbers) {
    return Arrays.stream(numbers)
            .limit(MANY)
            .mapToObj(NumberShown::of)
            .collect(Collectors.joining(", "))
        + (numbers.length > MANY ? ", … (" + numbers.length + ")" : "");
  }

  /** The value of a hyper-parameter as studies spell it, all digits. */
  static String of(Hyperparameter preset) {
    return preset.kind() == Hyperparameter.Kind.FLAG
        ? Boolean.toString(preset.value() != 0)
        : NumberText.of(preset.value());
  }
}
