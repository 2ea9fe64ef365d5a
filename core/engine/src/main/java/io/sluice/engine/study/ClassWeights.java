package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How much the rows of each class count in the loss.
 *
 * @param kind where the weights come from
 * @param weights one for each class, in the order of {@link RowClasses}; none unless they are given
 */
public record ClassWeights(Kind kind, List<Double> weights) {

  /** Where the weights come from. */
  public enum Kind {
    /** All rows count alike. */
    NONE,
    /** Each class counts as much as another: by 1 over its number of rows to train with. */
    BALANCED,
    /** The study says them. */
    GIVEN;

    /** The name in study files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All rows count alike, the preset. */
  public static final ClassWeights NONE = new ClassWeights(Kind.NONE, List.of());

  /** Each class counts as much as another. */
  public static final ClassWeights BALANCED = new ClassWeights(Kind.BALANCED, List.of());

  public ClassWeights {
    Objects.requireNonNull(kind, "kind");
    weights = List.copyOf(weights);
    if ((kind == Kind.GIVEN) == weights.isEmpty()) {
      throw new IllegalArgumentException("class weights that are given are at least one");
    }
    for (double weight : weights) {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight of a class is a finite number above 0, not " + NumberText.of(weight));
      }
    }
  }

  /** One for each class. */
  public static ClassWeights of(List<Double> weights) {
    return new ClassWeights(Kind.GIVEN, weights);
  }

  /** {@code balanced}, or the weights: {@code 1:5}. */
  public String label() {
    return kind == Kind.GIVEN
        ? weights.stream().map(NumberText::of).collect(Collectors.joining(":"))
        : kind.id();
  }
}
