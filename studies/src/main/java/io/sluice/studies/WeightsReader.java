package io.sluice.studies;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where weights start and where their bounds are. */
final class WeightsReader {

  private static final String BOUNDS =
      "initial, a number such as 5 (for -5 to 5), {lower: -1, upper: 2} or {from-activation: 0.05}";
  private static final List<String> NUMBERED = List.of("uniform", "normal", "explicit");

  private WeightsReader() {}

  static Optional<BoundsSpec> bounds(Field field) {
    if (field.has("from-activation")) {
      field.allowOnly(List.of("from-activation"));
      return field
          .child("from-activation")
          .flatMap(
              share ->
                  share
                      .number("0.05")
                      .flatMap(value -> share.make(() -> new BoundsSpec.FromActivation(value))));
    }
    if (field.isMapping()) {
      field.allowOnly(List.of("lower", "upper", "from-activation"));
      Optional<Double> lower =
          field.required("lower", "{lower: -1, upper: 2}").flatMap(value -> value.number("-1"));
      Optional<Double> upper =
          field.required("upper", "{lower: -1, upper: 2}").flatMap(value -> value.number("2"));
      return lower.isEmpty() || upper.isEmpty()
          ? Optional.empty()
          : field.make(() -> new BoundsSpec.Explicit(lower.get(), upper.get()));
    }
    if ("initial".equals(field.scalar())) {
      return Optional.of(new BoundsSpec.AsInitial());
    }
    Optional<Double> limit = Numbers.finite(field.scalar());
    if (limit.isEmpty()) {
      field.complain("bounds are " + BOUNDS + ", not " + field.node().describe());
      return Optional.empty();
    }
    if (limit.get() <= 0) {
      field.complain(
          "a single number B stands for the bounds -B to B, so it lies above 0 and is not "
              + NumberText.of(limit.get())
              + "; for others write {lower: -1, upper: 2}");
      return Optional.empty();
    }
    return field.make(() -> new BoundsSpec.Explicit(-limit.get(), limit.get()));
  }

  static Optional<InitialWeights> initialWeights(Field field) {
    if (field.isScalar() || field.has("id")) {
      return SchemeReader.read(field);
    }
    if (!field.isMapping()) {
      field.complain(
          "initial weights are " + SchemeReader.EXAMPLES + ", not " + field.node().describe());
      return Optional.empty();
    }
    if (field.has(PairedWeights.KEY)) {
      return PairedWeights.read(field);
    }
    List<String> given = NUMBERED.stream().filter(field::has).toList();
    if (given.isEmpty()) {
      SchemeReader.complainOfKeys(field, NUMBERED);
      return Optional.empty();
    }
    field.allowOnly(NUMBERED);
    if (given.size() > 1) {
      field.complain(
          "initial weights are one of \"uniform\", \"normal\" and \"explicit\": "
              + SchemeReader.EXAMPLES);
      return Optional.empty();
    }
    Field numbers = field.child(given.get(0)).orElseThrow();
    if (given.get(0).equals("explicit")) {
      List<Double> weights = weights(numbers);
      return field.make(() -> new InitialWeights.Explicit(weights));
    }
    List<Double> variants = GridReader.numbers(numbers);
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    return numbers.make(
        () ->
            given.get(0).equals("uniform")
                ? new InitialWeights.Uniform(variants)
                : new InitialWeights.Normal(variants));
  }

  /** Weights one by one. */
  static List<Double> weights(Field numbers) {
    List<Double> weights = new ArrayList<>();
    for (Field weight : numbers.someItems("[0.1, -0.2]")) {
      weight.number("0.1").ifPresent(weights::add);
    }
    return weights;
  }
}
