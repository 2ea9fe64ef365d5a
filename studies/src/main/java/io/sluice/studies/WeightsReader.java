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
  private static final String INITIAL =
      "{uniform: 1}, {uniform: [1, 10]} or {explicit: [0.1, -0.2]}";

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
    if (!field.isMapping()) {
      field.complain("initial weights are " + INITIAL + ", not " + field.node().describe());
      return Optional.empty();
    }
    field.allowOnly(List.of("uniform", "explicit"));
    if (field.has("uniform") == field.has("explicit")) {
      field.complain("initial weights are either \"uniform\" or \"explicit\": " + INITIAL);
      return Optional.empty();
    }
    if (field.has("uniform")) {
      Field uniform = field.child("uniform").orElseThrow();
      List<Double> limits = GridReader.numbers(uniform);
      return limits.isEmpty()
          ? Optional.empty()
          : uniform.make(() -> new InitialWeights.Uniform(limits));
    }
    List<Double> weights = new ArrayList<>();
    for (Field weight : field.child("explicit").orElseThrow().someItems("[0.1, -0.2]")) {
      weight.number("0.1").ifPresent(weights::add);
    }
    return field.make(() -> new InitialWeights.Explicit(weights));
  }
}
