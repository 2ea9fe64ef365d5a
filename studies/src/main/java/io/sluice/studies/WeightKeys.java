package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.BoundsSpec.FromActivation;
import io.sluice.engine.study.BoundsSpec.Reading;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Pair;
import io.sluice.engine.text.NumberText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys of where weights start and where their bounds are. */
final class WeightKeys {

  private static final String BOUNDS_EXAMPLE =
      "initial, a number such as 5 (for -5 to 5), {lower: -1, upper: 2} or {from-activation: 0.05}";
  static final String WEIGHTS_EXAMPLE =
      "{uniform: 1}, {normal: 0.5}, {explicit: [0.1, -0.2]}, or a scheme such as he-normal or"
          + " {id: he-normal, gain: 2}";

  private static final Key<BoundsSpec, Double> LOWER =
      key("lower", "the least value of a weight")
          .like("{lower: -1, upper: 2}")
          .needed(Codec.number("-1"), bounds -> ((BoundsSpec.Explicit) bounds).lower());

  private static final Key<BoundsSpec, Double> UPPER =
      key("upper", "the greatest; above `lower`")
          .like("{lower: -1, upper: 2}")
          .needed(Codec.number("2"), bounds -> ((BoundsSpec.Explicit) bounds).upper());

  private static final Section<BoundsSpec> EXPLICIT = Section.of(LOWER, UPPER);

  private static final Codec<Double> SHARE = Codec.number("0.05");

  private static final Ways<FromActivation> READINGS =
      Ways.<FromActivation>of("an activation is read in one way at a time")
          .or(
              "slope",
              "the share, between 0 and 1, of the largest absolute slope that is exceeded inside;"
                  + " a number in place of the keys means this",
              SHARE,
              share -> new FromActivation(Reading.SLOPE, share),
              amount(Reading.SLOPE))
          .or(
              "curvature",
              "the share, between 0 and 1, of the largest absolute curvature that is exceeded"
                  + " inside",
              SHARE,
              share -> new FromActivation(Reading.CURVATURE, share),
              amount(Reading.CURVATURE))
          .or(
              "period",
              "the share of the period; of what turns but does not repeat, 0.5 is the monotone"
                  + " piece around 0",
              Codec.number("0.5"),
              share -> new FromActivation(Reading.PERIOD, share),
              amount(Reading.PERIOD))
          .or(
              "outputs",
              "the margin, as a share of the range of the targets, around the outputs that are to"
                  + " be reached inside",
              Codec.number("0.1"),
              margin -> new FromActivation(Reading.OUTPUTS, margin),
              amount(Reading.OUTPUTS));

  /** The ways to read bounds off an activation. */
  static final Section<FromActivation> FROM_ACTIVATION = READINGS.section();

  /** The slope is read off where there is but a number. */
  private static final Codec<FromActivation> READING =
      new Codec<>(
          "a number between 0 and 1, or keys",
          field ->
              field.isScalar()
                  ? SHARE.read(field).flatMap(share -> field.make(() -> new FromActivation(share)))
                  : READINGS.as("keys", WeightKeys::refuseReading).read(field),
          bounds ->
              bounds.reading() == Reading.SLOPE
                  ? SHARE.write(bounds.amount())
                  : READINGS.write(bounds));

  private static final Ways<BoundsSpec> DERIVED =
      Ways.<BoundsSpec>of("")
          .or(
              "from-activation",
              "in place of both: a band of sums in which the activation is to work,"
                  + " [see below](#bounds-from-the-activation)",
              READING,
              bounds -> bounds,
              Ways.in(FromActivation.class, bounds -> bounds));

  static final Section<BoundsSpec> BOUNDS = EXPLICIT.and(DERIVED.section());

  static final Codec<BoundsSpec> BOUND =
      new Codec<BoundsSpec>(
              "a number (5 for −5 to 5), or keys",
              WeightKeys::bounds,
              bounds ->
                  bounds instanceof BoundsSpec.Explicit
                      ? EXPLICIT.write(bounds)
                      : DERIVED.write(bounds))
          .orWord("initial", new BoundsSpec.AsInitial());

  private static final Codec<List<Double>> EXPLICIT_WEIGHTS =
      Codec.number("0.1").some("[0.1, -0.2]");

  private static final String PAIR_EXAMPLE = "{activation: tanh, weights: [0.1, -0.2]}";

  private static final Key<Pair, List<Double>> WEIGHTS =
      key("weights", "the weights they start with, as after `explicit`")
          .like(PAIR_EXAMPLE)
          .needed(EXPLICIT_WEIGHTS, Pair::weights);

  /** The keys of a start that is paired with cells. */
  static final Section<Pair> PAIRS =
      new Section<>(
          Stream.<Key<Pair, ?>>concat(
                  Pair.FACTORS.stream().map(WeightKeys::level), Stream.of(WEIGHTS))
              .toList());

  private static final Ways<InitialWeights> NUMBERED =
      Ways.<InitialWeights>of(
              "initial weights are one of \"uniform\", \"normal\" and \"explicit\": "
                  + WEIGHTS_EXAMPLE)
          .or(
              "uniform",
              "from −r to r for each of these r above 0",
              Codec.grid(GridReader::numbers),
              InitialWeights.Uniform::new,
              Ways.in(InitialWeights.Uniform.class, InitialWeights.Uniform::limits))
          .or(
              "normal",
              "around 0 with each of these standard deviations above 0",
              Codec.grid(GridReader::numbers),
              InitialWeights.Normal::new,
              Ways.in(InitialWeights.Normal.class, InitialWeights.Normal::deviations))
          .or(
              "explicit",
              "these weights, in [their order](#networks)",
              EXPLICIT_WEIGHTS,
              InitialWeights.Explicit::new,
              Ways.in(InitialWeights.Explicit.class, InitialWeights.Explicit::weights))
          .or(
              "paired",
              "explicit weights, of which each cell has its own, [see below](#paired-starts)",
              PAIRS.as("keys", WeightKeys::refusePair, WeightKeys::pair).some(PAIR_EXAMPLE),
              InitialWeights.Paired::new,
              Ways.in(InitialWeights.Paired.class, InitialWeights.Paired::pairs));

  /** The keys of initial weights that are no scheme. */
  static final Section<InitialWeights> NUMBERS = NUMBERED.section();

  static final Codec<InitialWeights> INITIAL =
      new Codec<>(
          "a scheme, or keys",
          WeightKeys::initialWeights,
          weights ->
              SchemeKeys.isScheme(weights) ? SchemeKeys.write(weights) : NUMBERED.write(weights));

  private WeightKeys() {}

  private static Key<Pair, Optional<String>> level(String factor) {
    return key(factor, "the label of the " + factor + " that cells have which start so")
        .leftOut("any; one of the three is needed")
        .optional(
            Codec.text("the label of a level, such as tanh"),
            pair -> Optional.ofNullable(pair.levels().get(factor)));
  }

  private static Function<FromActivation, Optional<Double>> amount(Reading reading) {
    return bounds ->
        Optional.of(bounds).filter(b -> b.reading() == reading).map(FromActivation::amount);
  }

  private static void refuseReading(Field field) {
    field.complain(
        "bounds from an activation are a share of its slope such as 0.05, or one of"
            + " {slope: 0.05}, {curvature: 0.05}, {period: 0.5} and {outputs: 0.1}, not "
            + field.node().describe());
  }

  private static void refusePair(Field item) {
    item.complain(
        "a paired start is written as " + PAIR_EXAMPLE + ", not " + item.node().describe());
  }

  private static Pair pair(Section.Given given) {
    Map<String, String> levels = new TreeMap<>();
    for (String factor : Pair.FACTORS) {
      given.get(level(factor)).ifPresent(label -> levels.put(factor, label));
    }
    return new Pair(levels, given.get(WEIGHTS));
  }

  private static Optional<BoundsSpec> bounds(Field field) {
    if (field.has("from-activation")) {
      field.allowOnly(DERIVED.section().names());
      return DERIVED.among(field);
    }
    if (field.isMapping()) {
      field.allowOnly(BOUNDS.names());
      Section.Given given = EXPLICIT.among(field, null);
      return given.isComplete()
          ? field.make(() -> new BoundsSpec.Explicit(given.get(LOWER), given.get(UPPER)))
          : Optional.empty();
    }
    Optional<Double> limit = Numbers.finite(field.scalar());
    if (limit.isEmpty()) {
      field.complain("bounds are " + BOUNDS_EXAMPLE + ", not " + field.node().describe());
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

  private static Optional<InitialWeights> initialWeights(Field field) {
    if (field.isScalar() || field.has("id")) {
      return SchemeKeys.read(field);
    }
    if (!field.isMapping()) {
      field.complain("initial weights are " + WEIGHTS_EXAMPLE + ", not " + field.node().describe());
      return Optional.empty();
    }
    List<String> names = NUMBERS.names();
    if (names.stream().noneMatch(field::has)) {
      SchemeKeys.complainOfKeys(field, names);
      return Optional.empty();
    }
    field.allowOnly(names);
    return NUMBERED.among(field);
  }
}
