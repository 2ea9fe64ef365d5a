package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Slope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of rules about the exponent of a scaling law. */
final class ClaimSlopeKeys {

  private static final Codec<Criterion> BETWEEN =
      new Codec<>("two numbers", ClaimSlopeKeys::between, ClaimSlopeKeys::ends);

  private static final Ways<Criterion> STEEPNESS =
      Ways.<Criterion>of("a slope is one of \"rising-by\", \"falling-by\" and \"between\"")
          .or(
              "rising-by",
              "the smallest exponent that matters, upwards",
              ClaimLeafKeys.SIZE,
              Criterion.AtLeast::new,
              ClaimLeafKeys.effect(1))
          .or(
              "falling-by",
              "the smallest exponent that matters, downwards",
              ClaimLeafKeys.SIZE,
              size -> new Criterion.AtLeast(-size),
              ClaimLeafKeys.effect(-1))
          .or(
              "between",
              "where the exponent lies",
              BETWEEN,
              Function.identity(),
              criterion -> Optional.of(criterion).filter(Criterion.Between.class::isInstance));

  private static final Key<Slope, Group> SLOPE_OF = ClaimLeafKeys.of(Slope::of);
  private static final Key<Slope, Optional<Group>> SLOPE_AGAINST =
      key("against", "the group whose measure that of the first is divided by")
          .optional(ClaimGroupKeys.GROUP, Slope::against);
  private static final Key<Slope, String> OVER =
      key("over", "the factor").like("over: network").needed(Codec.text("a factor"), Slope::over);
  private static final Key<Slope, Map<String, Double>> AT =
      key("at", "the number that belongs to each of its levels")
          .like("at: {1-4-1: 4, 1-16-1: 16}")
          .needed(
              new Codec<>("numbers by label", ClaimSlopeKeys::numbers, LinkedHashMap::new),
              Slope::at);
  private static final Key<Slope, Measure> SLOPE_BY = ClaimLeafKeys.by(Slope::by);
  private static final Key<Slope, Double> SLOPE_SPREAD = ClaimLeafKeys.spread(Slope::spread);

  static final Section<Slope> SLOPE =
      Section.of(SLOPE_OF, SLOPE_AGAINST, OVER, AT, SLOPE_BY)
          .and(STEEPNESS.section().of(Slope::criterion))
          .and(Section.of(ClaimLeafKeys.where(), SLOPE_SPREAD));

  static final Codec<Rule> AS_SLOPE =
      ClaimLeafKeys.leaf(
          SLOPE,
          (field, given) ->
              ClaimLeafKeys.among(STEEPNESS, field, "falling-by: 0.5")
                  .map(
                      criterion ->
                          new Slope(
                              given.get(SLOPE_OF),
                              given.get(SLOPE_AGAINST),
                              given.get(OVER),
                              given.get(AT),
                              given.get(SLOPE_BY),
                              criterion,
                              given.get(SLOPE_SPREAD))));

  private ClaimSlopeKeys() {}

  private static Optional<Criterion> between(Field field) {
    List<Field> items = field.items();
    if (items.size() != 2) {
      field.expected("two numbers such as [0.4, 0.6]");
      return Optional.empty();
    }
    Optional<Double> from = items.get(0).number("0.4");
    Optional<Double> to = items.get(1).number("0.6");
    return from.flatMap(
        low -> to.flatMap(high -> field.make(() -> new Criterion.Between(low, high))));
  }

  private static Object ends(Criterion criterion) {
    Criterion.Between between = (Criterion.Between) criterion;
    return List.of(between.from(), between.to());
  }

  private static Optional<Map<String, Double>> numbers(Field field) {
    if (!field.isMapping()) {
      field.expected("numbers by label such as {1-4-1: 4, 1-16-1: 16}");
      return Optional.empty();
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String label : field.keys()) {
      field
          .child(label)
          .flatMap(child -> child.number("16"))
          .ifPresent(number -> numbers.put(label, number));
    }
    return numbers.size() == field.keys().size() ? Optional.of(numbers) : Optional.empty();
  }
}
