package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.Features;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of what is done to the data of a problem before training. The noise may be called {@code
 * noise}; where that is a number it is a hyper-parameter of the problem.
 */
final class PreparationKeys {

  private static final String NOISE = "noise";

  private static final Codec<Scaling> SCALING =
      Codec.oneOf(List.of(Scaling.values()), Scaling::id)
          .orShort(
              field -> "standardize".equals(field.scalar()),
              field -> Optional.of(Scaling.STANDARDISE));

  private static final Key<Preparation, Scaling> SCALED_INPUTS =
      scaling("inputs", Preparation::inputs);
  private static final Key<Preparation, Scaling> SCALED_OUTPUTS =
      scaling("outputs", Preparation::outputs);
  private static final Key<Preparation, Double> NOISE_OF_INPUTS =
      deviation("inputs", Preparation::inputNoise);
  private static final Key<Preparation, Double> NOISE_OF_OUTPUTS =
      deviation("outputs", Preparation::outputNoise);

  /** One scaling for each side, or one for both, and several as variants. */
  private static final Key<Preparation, List<Preparation>> SCALE =
      key("scale", "how the data are scaled, [see below](#scaling-and-noise)")
          .leftOut("`none`")
          .quiet()
          .preset(
              Section.of(SCALED_INPUTS, SCALED_OUTPUTS)
                  .as(
                      SCALING.type() + ", or one for `inputs` and one for `outputs`",
                      Field::isMapping,
                      given ->
                          Preparation.scale(given.get(SCALED_INPUTS), given.get(SCALED_OUTPUTS)))
                  .orShort(
                      field -> !field.isMapping(),
                      field -> SCALING.read(field).map(word -> Preparation.scale(word, word)))
                  .each("scale: [none, standardise]"),
              preparation ->
                  List.of(Preparation.scale(preparation.inputs(), preparation.outputs())),
              List.of(Preparation.NONE));

  private static final Key<Preparation, Preparation> TRAINING_NOISE =
      key("training-noise", "what is added to the rows to train with")
          .leftOut("none")
          .quiet()
          .preset(
              Section.of(NOISE_OF_INPUTS, NOISE_OF_OUTPUTS)
                  .as(
                      "standard deviations from 0 on of `inputs` and `outputs`",
                      field -> field.expected("{inputs: 0.1}, {outputs: 0.1} or both"),
                      given ->
                          Preparation.NONE.noise(
                              given.get(NOISE_OF_INPUTS), given.get(NOISE_OF_OUTPUTS))),
              preparation ->
                  Preparation.NONE.noise(preparation.inputNoise(), preparation.outputNoise()),
              Preparation.NONE);

  private static final Key<Preparation, Optional<Features>> FEATURES =
      key("features", "what networks get in place of the inputs, [see below](#features)")
          .leftOut("the inputs")
          .optional(FeatureKeys.FEATURES, Preparation::features);

  /** All keys, class weights as they are where the study does not have the data. */
  static final Section<Preparation> KEYS = keys(Optional.empty());

  private PreparationKeys() {}

  private static Key<Preparation, Scaling> scaling(
      String side, Function<Preparation, Scaling> part) {
    return key(side, "").preset(SCALING, part, Scaling.NONE);
  }

  private static Key<Preparation, Double> deviation(
      String side, Function<Preparation, Double> part) {
    Codec<Double> codec =
        Codec.number("0.1")
            .only(deviation -> deviation >= 0, "a standard deviation from 0 on such as 0.1");
    return key(side, "").preset(codec, part, 0.0);
  }

  private static Section<Preparation> keys(Optional<CsvReader.Table> table) {
    return Section.of(SCALE, TRAINING_NOISE, FEATURES, ClassWeightKeys.weights(table));
  }

  /** The keys that a problem has. */
  static List<String> names(Field problem) {
    List<String> names = new ArrayList<>(KEYS.names());
    if (isNoise(problem)) {
      names.add(NOISE);
    }
    return names;
  }

  /** Whether the key {@code noise} means the noise of the rows to train with. */
  private static boolean isNoise(Field problem) {
    return problem
        .child(NOISE)
        .filter(noise -> noise.has(NOISE_OF_INPUTS.name()) || noise.has(NOISE_OF_OUTPUTS.name()))
        .isPresent();
  }

  /**
   * One, or one for each of several scalings; none if something is wrong.
   *
   * @param table the data, if the study has them
   */
  static List<Preparation> read(Field problem, Optional<CsvReader.Table> table) {
    Key<Preparation, ClassWeights> weights = ClassWeightKeys.weights(table);
    Section.Given given = keys(table).among(problem, null);
    Optional<Preparation> noise = Optional.of(given.get(TRAINING_NOISE));
    if (isNoise(problem)) {
      if (problem.has(TRAINING_NOISE.name())) {
        problem.complain("\"noise\" and \"training-noise\" say the same: give one of them");
      }
      noise = TRAINING_NOISE.codec().read(problem.child(NOISE).orElseThrow());
    }
    return noise.isEmpty() || !given.isComplete()
        ? List.of()
        : noise.stream()
            .flatMap(
                all ->
                    given.get(SCALE).stream()
                        .map(
                            scale ->
                                scale
                                    .noise(all.inputNoise(), all.outputNoise())
                                    .with(given.get(FEATURES))
                                    .weighted(given.get(weights))))
            .toList();
  }
}
