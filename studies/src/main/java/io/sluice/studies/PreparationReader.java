package io.sluice.studies;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.Scaling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is done to the data of a problem before training: {@code scale: {inputs: standardise,
 * outputs: min-max}} and {@code training-noise: {inputs: 0.1, outputs: 0}}. The latter may be
 * called {@code noise}; where that is a number it is a hyper-parameter of the problem.
 */
final class PreparationReader {

  /** The keys of a problem that say what is done to its data. */
  static final List<String> KEYS = List.of("scale", "training-noise", ClassWeightsReader.KEY);

  private static final List<String> SIDES = List.of("inputs", "outputs");
  private static final Map<String, Scaling> SCALINGS = scalings();

  private PreparationReader() {}

  private static Map<String, Scaling> scalings() {
    Map<String, Scaling> words = new LinkedHashMap<>();
    for (Scaling scaling : Scaling.values()) {
      words.put(scaling.id(), scaling);
    }
    return words;
  }

  /** Whether the key {@code noise} means the noise of the rows to train with. */
  static boolean isNoise(Field problem) {
    Optional<Field> noise = problem.child("noise");
    return noise.isPresent() && SIDES.stream().anyMatch(noise.get()::has);
  }

  /**
   * One, or one for each of a list of scalings.
   *
   * @param table the data, if the study has them
   */
  static List<Preparation> read(Field problem, Optional<CsvReader.Table> table) {
    ClassWeights weights = ClassWeightsReader.read(problem, table).orElse(ClassWeights.NONE);
    List<Field> scales =
        problem
            .child("scale")
            .map(field -> field.someItems("scale: [none, standardise]"))
            .orElse(List.of());
    Optional<Field> noise = problem.child("training-noise");
    if (isNoise(problem)) {
      if (noise.isPresent()) {
        problem.complain("\"noise\" and \"training-noise\" say the same: give one of them");
      }
      noise = problem.child("noise");
    }
    if (noise.isPresent() && !noise.get().isMapping()) {
      noise.get().expected("{inputs: 0.1}, {outputs: 0.1} or both");
      noise = Optional.empty();
    }
    noise.ifPresent(field -> field.allowOnly(SIDES));
    double ofInputs = deviation(noise, "inputs");
    double ofOutputs = deviation(noise, "outputs");
    List<Preparation> scaled = new ArrayList<>();
    scales.forEach(scale -> scaled.add(scaled(scale)));
    return (scaled.isEmpty() ? List.of(Preparation.NONE) : scaled)
        .stream()
            .map(preparation -> preparation.noise(ofInputs, ofOutputs).weighted(weights))
            .toList();
  }

  private static Preparation scaled(Field scale) {
    if (scale.isMapping()) {
      scale.allowOnly(SIDES);
    }
    return Preparation.scale(
        scaling(scale, "inputs").orElse(Scaling.NONE),
        scaling(scale, "outputs").orElse(Scaling.NONE));
  }

  /** A word alone is for inputs and outputs. */
  private static Optional<Scaling> scaling(Field scale, String side) {
    if (scale.isMapping()) {
      return scale.child(side).flatMap(PreparationReader::scaling);
    }
    return side.equals("inputs") || SCALINGS.containsKey(spelled(scale))
        ? scaling(scale)
        : Optional.empty();
  }

  private static Optional<Scaling> scaling(Field field) {
    Scaling known = SCALINGS.get(spelled(field));
    return known == null ? field.oneOf(SCALINGS) : Optional.of(known);
  }

  private static String spelled(Field field) {
    return "standardize".equals(field.scalar()) ? Scaling.STANDARDISE.id() : field.scalar();
  }

  private static double deviation(Optional<Field> noise, String side) {
    Optional<Field> field = noise.flatMap(mapping -> mapping.child(side));
    Optional<Double> deviation = field.flatMap(given -> given.number("0.1"));
    if (deviation.isPresent() && deviation.get() < 0) {
      field.get().expected("a standard deviation from 0 on such as 0.1");
      return 0;
    }
    return deviation.orElse(0.0);
  }
}
