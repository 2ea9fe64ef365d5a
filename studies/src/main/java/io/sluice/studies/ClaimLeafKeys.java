package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Bound;
import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Identity;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Order;
import io.sluice.analysis.claim.Reached;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Slope;
import io.sluice.analysis.claim.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of those rules that are not made of others. */
final class ClaimLeafKeys {

  private static final String GROUP = "of: {activation: relu}";

  private static final Codec<Double> SIZE =
      Codec.number("0.3").only(size -> size > 0, "a number above 0 such as 0.3");

  private static final Codec<Criterion> BETWEEN =
      new Codec<>("two numbers", ClaimLeafKeys::between, ClaimLeafKeys::ends);

  /** What is common to all groups of a rule; what is read has it in each group. */
  private static final KeyName WHERE =
      key("where", "labels that all groups of the rule have").leftOut("all trials").quiet();

  private static final Ways<Criterion> AT_LEAST =
      Ways.<Criterion>of(
              "a difference is one of \"lower-by\", \"higher-by\", \"not-lower-by\", \"not-higher-by\"")
          .or(
              "lower-by",
              "the smallest effect that matters, downwards",
              SIZE,
              size -> new Criterion.AtLeast(-size),
              effect(-1))
          .or(
              "higher-by",
              "the smallest effect that matters, upwards",
              SIZE,
              Criterion.AtLeast::new,
              effect(1));

  private static final Ways<Criterion> NO_WORSE =
      AT_LEAST
          .or(
              "not-lower-by",
              "it is not lower by as much as this",
              SIZE,
              size -> new Criterion.Between(-size, Double.POSITIVE_INFINITY),
              open(criterion -> -criterion.from()))
          .or(
              "not-higher-by",
              "it is not higher by as much as this",
              SIZE,
              size -> new Criterion.Between(Double.NEGATIVE_INFINITY, size),
              open(Criterion.Between::to));

  private static final Ways<Criterion> STEEPNESS =
      Ways.<Criterion>of("a slope is one of \"rising-by\", \"falling-by\" and \"between\"")
          .or(
              "rising-by",
              "the smallest exponent that matters, upwards",
              SIZE,
              Criterion.AtLeast::new,
              effect(1))
          .or(
              "falling-by",
              "the smallest exponent that matters, downwards",
              SIZE,
              size -> new Criterion.AtLeast(-size),
              effect(-1))
          .or(
              "between",
              "where the exponent lies",
              BETWEEN,
              Function.identity(),
              criterion -> Optional.of(criterion).filter(Criterion.Between.class::isInstance));

  private static final Key<Difference, Group> OF = of(Difference::of);
  private static final Key<Difference, Group> AGAINST = against(Difference::against);
  private static final Key<Difference, Measure> BY = by(Difference::by);
  private static final Key<Difference, Double> SPREAD = spread(Difference::spread);
  private static final Key<Difference, Criterion> WITHIN =
      key("within", "differences up to this are none")
          .like("within: 0.1")
          .needed(
              SIZE.as(
                  size -> (Criterion) new Criterion.Between(-size, size),
                  criterion -> ((Criterion.Between) criterion).to()),
              Difference::criterion);

  static final Section<Difference> DIFFERENCE =
      Section.of(OF, AGAINST, BY)
          .and(NO_WORSE.section().of(Difference::criterion))
          .and(Section.of(where(), SPREAD));

  static final Section<Difference> EQUIVALENCE =
      Section.of(OF, AGAINST, BY, WITHIN, where(), SPREAD);

  private static final Key<Slope, Group> SLOPE_OF = of(Slope::of);
  private static final Key<Slope, Optional<Group>> SLOPE_AGAINST =
      key("against", "the group whose measure that of the first is divided by")
          .optional(ClaimGroupKeys.GROUP, Slope::against);
  private static final Key<Slope, String> OVER =
      key("over", "the factor").like("over: network").needed(Codec.text("a factor"), Slope::over);
  private static final Key<Slope, Map<String, Double>> AT =
      key("at", "the number that belongs to each of its levels")
          .like("at: {1-4-1: 4, 1-16-1: 16}")
          .needed(
              new Codec<>("numbers by label", ClaimLeafKeys::numbers, LinkedHashMap::new),
              Slope::at);
  private static final Key<Slope, Measure> SLOPE_BY = by(Slope::by);
  private static final Key<Slope, Double> SLOPE_SPREAD = spread(Slope::spread);

  static final Section<Slope> SLOPE =
      Section.of(SLOPE_OF, SLOPE_AGAINST, OVER, AT, SLOPE_BY)
          .and(STEEPNESS.section().of(Slope::criterion))
          .and(Section.of(where(), SLOPE_SPREAD));

  private static final Key<Identity, Group> SAME_OF = of(Identity::of);
  private static final Key<Identity, Group> SAME_AGAINST = against(Identity::against);
  private static final Key<Identity, Measure> SAME_BY = by(Identity::by);
  private static final Key<Identity, Double> SAME_WITHIN =
      key("within", "the largest deviation that is rounding")
          .like("within: 1e-12")
          .needed(Codec.number("1e-12"), Identity::within);

  static final Section<Identity> IDENTITY =
      Section.of(SAME_OF, SAME_AGAINST, SAME_BY, SAME_WITHIN, where());

  private static final Key<Bound, Group> BOUND_OF = of(Bound::of);
  private static final Key<Bound, Measure> BOUND_BY = by(Bound::by);
  private static final Key<Bound, Double> FROM =
      key("from", "the least that is allowed")
          .leftOut("any")
          .quiet()
          .preset(Codec.number("0.999"), Bound::from, Double.NEGATIVE_INFINITY);
  private static final Key<Bound, Double> TO =
      key("to", "the most that is allowed")
          .leftOut("any")
          .quiet()
          .preset(Codec.number("1e-6"), Bound::to, Double.POSITIVE_INFINITY);

  static final Section<Bound> BOUND = Section.of(BOUND_OF, BOUND_BY, FROM, TO, where());

  private static final Codec<Double> SHARES =
      Codec.number("0.9").only(share -> share > 0 && share < 1, "a share between 0 and 1");
  private static final Key<Reached, Group> SHARE_OF = of(Reached::of);
  private static final Key<Reached, Double> TARGET =
      key("reaching", "the loss to be reached, one of the study's `targets`")
          .like("reaching: 1e-3")
          .needed(Codec.number("1e-3"), Reached::target);
  private static final Ways<Reached> THRESHOLD =
      Ways.<Reached>of("a share is either \"at-least\" or \"at-most\" something")
          .or(
              "at-least",
              "the smallest share that is wanted",
              SHARES,
              share -> threshold(true, share),
              rule -> Optional.of(rule.share()).filter(share -> rule.isAtLeast()))
          .or(
              "at-most",
              "the largest share that is wanted",
              SHARES,
              share -> threshold(false, share),
              rule -> Optional.of(rule.share()).filter(share -> !rule.isAtLeast()));
  private static final Key<Reached, Double> MARGIN =
      key("margin", "how far beyond the share is that the power is told for")
          .preset(SHARES, Reached::margin, Reached.MARGIN);

  static final Section<Reached> SHARE =
      Section.of(SHARE_OF, TARGET).and(THRESHOLD.section()).and(Section.of(where(), MARGIN));

  private static final Codec<List<String>> FACTORS =
      Codec.text("a factor").typed("a factor").some("factor: activation");
  private static final Key<Sources, List<String>> FACTOR =
      key("factor", "what explains: a factor, or two that act together")
          .like("factor: activation")
          .needed(FACTORS, Sources::factors);
  private static final Key<Sources, List<String>> THAN =
      key("more-than", "what it is held against")
          .leftOut("none")
          .quiet()
          .preset(FACTORS, Sources::than, List.of());
  private static final Key<Sources, Measure> SOURCES_BY = by(Sources::by);
  private static final Key<Sources, Double> SHARE_AT_LEAST =
      key("at-least", "the smallest share, or lead, that matters")
          .like("at-least: 0.1")
          .needed(SHARES, Sources::atLeast);

  private static final Key<Sources, Group> SOURCES_OF =
      key("of", "the trials that are taken apart")
          .leftOut("all of the first study")
          .quiet()
          .preset(ClaimGroupKeys.GROUP, Sources::of, new Group("", Map.of()));

  static final Section<Sources> EXPLAINED =
      Section.of(SOURCES_OF, FACTOR, THAN, SOURCES_BY, SHARE_AT_LEAST, where());

  private static final Key<Order, List<Group>> LOWEST_FIRST =
      key("lowest-first", "the groups, two at least")
          .like("lowest-first: [{activation: tanh}, {activation: relu}]")
          .needed(ClaimGroupKeys.GROUP.some("[{activation: tanh}]"), Order::groups);
  private static final Key<Order, Measure> ORDER_BY = by(Order::by);
  private static final Key<Order, Double> APART =
      key("apart", "the smallest difference of neighbours that matters")
          .like("apart: 0.1")
          .needed(SIZE, Order::apart);
  private static final Key<Order, Double> ORDER_SPREAD = spread(Order::spread);

  static final Section<Order> ORDER =
      Section.of(LOWEST_FIRST, ORDER_BY, APART, where(), ORDER_SPREAD);

  static final Codec<Rule> AS_DIFFERENCE =
      leaf(
          DIFFERENCE,
          (field, given) ->
              among(NO_WORSE, field, "lower-by: 0.3")
                  .map(
                      criterion ->
                          new Difference(
                              given.get(OF),
                              given.get(AGAINST),
                              given.get(BY),
                              criterion,
                              given.get(SPREAD))));

  static final Codec<Rule> AS_EQUIVALENCE =
      leaf(
          EQUIVALENCE,
          (field, given) ->
              Optional.of(
                  new Difference(
                      given.get(OF),
                      given.get(AGAINST),
                      given.get(BY),
                      given.get(WITHIN),
                      given.get(SPREAD))));

  static final Codec<Rule> AS_IDENTITY =
      leaf(
          IDENTITY,
          (field, given) ->
              Optional.of(
                  new Identity(
                      given.get(SAME_OF),
                      given.get(SAME_AGAINST),
                      given.get(SAME_BY),
                      given.get(SAME_WITHIN))));

  static final Codec<Rule> AS_BOUND =
      leaf(
          BOUND,
          (field, given) ->
              Optional.of(
                  new Bound(
                      given.get(BOUND_OF), given.get(BOUND_BY), given.get(FROM), given.get(TO))));

  static final Codec<Rule> AS_SHARE =
      leaf(
          SHARE,
          (field, given) ->
              among(THRESHOLD, field, "at-least: 0.9")
                  .map(
                      way ->
                          new Reached(
                              given.get(SHARE_OF),
                              given.get(TARGET),
                              way.isAtLeast(),
                              way.share(),
                              given.get(MARGIN))));

  static final Codec<Rule> AS_SLOPE =
      leaf(
          SLOPE,
          (field, given) ->
              among(STEEPNESS, field, "falling-by: 0.5")
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

  static final Codec<Rule> AS_ORDER =
      leaf(
          ORDER,
          (field, given) ->
              Optional.of(
                  new Order(
                      given.get(LOWEST_FIRST),
                      given.get(ORDER_BY),
                      given.get(APART),
                      given.get(ORDER_SPREAD))));

  static final Codec<Rule> AS_EXPLAINED =
      leaf(
          EXPLAINED,
          (field, given) ->
              Optional.of(
                  new Sources(
                      given.get(SOURCES_OF),
                      given.get(SOURCES_BY),
                      given.get(FACTOR),
                      given.get(THAN),
                      given.get(SHARE_AT_LEAST))));

  private ClaimLeafKeys() {}

  private static <R> Key<R, Group> of(Function<R, Group> part) {
    return key("of", "the group").like(GROUP).needed(ClaimGroupKeys.GROUP, part);
  }

  private static <R> Key<R, Group> against(Function<R, Group> part) {
    return key("against", "the group that it is held against")
        .like("against: {activation: tanh}")
        .needed(ClaimGroupKeys.GROUP, part);
  }

  private static <R> Key<R, Measure> by(Function<R, Measure> part) {
    return key("by", "what is compared, [see below](#what-is-compared)")
        .like("by: best-loss")
        .needed(ClaimGroupKeys.MEASURE, part);
  }

  private static <R> Key<R, Double> spread(Function<R, Double> part) {
    return key("spread", "the standard deviation over the repeats that the power is told for")
        .preset(SIZE, part, Difference.SPREAD);
  }

  /** The end of a region that is open on the other side. */
  private static Function<Criterion, Optional<Double>> open(
      Function<Criterion.Between, Double> end) {
    return criterion ->
        Optional.of(criterion)
            .filter(Criterion.Between.class::isInstance)
            .map(region -> end.apply((Criterion.Between) region))
            .filter(Double::isFinite);
  }

  private static <R> Key<R, Map<String, List<String>>> where() {
    return WHERE.preset(ClaimGroupKeys.LABELS, rule -> Map.of(), Map.of());
  }

  private static Function<Criterion, Optional<Double>> effect(int sign) {
    return criterion ->
        Optional.of(criterion)
            .filter(Criterion.AtLeast.class::isInstance)
            .map(least -> sign * ((Criterion.AtLeast) least).effect())
            .filter(effect -> effect > 0);
  }

  /** A way that is one of several, with a complaint where there is none. */
  private static <T> Optional<T> among(Ways<T> ways, Field field, String example) {
    List<String> names = ways.section().names();
    if (names.stream().noneMatch(field::has)) {
      field.complain(
          '"' + String.join("\" or \"", names) + "\" is missing, for example " + example);
    }
    return ways.among(field);
  }

  private static Reached threshold(boolean isAtLeast, double share) {
    return new Reached(new Group("", Map.of()), 0, isAtLeast, share, Reached.MARGIN);
  }

  /** Makes a rule of its keys. */
  private interface Maker<R> {
    Optional<R> make(Field field, Section.Given given);
  }

  @SuppressWarnings("unchecked")
  private static <R extends Rule> Codec<Rule> leaf(Section<R> keys, Maker<R> maker) {
    Key<R, Map<String, List<String>>> where = where();
    return new Codec<>(
        "keys",
        field -> {
          if (!field.isMapping()) {
            field.expected("keys such as " + keys.keys().get(0).told().example());
            return Optional.empty();
          }
          Section.Given given = keys.read(field);
          if (!given.isComplete()) {
            return Optional.empty();
          }
          Optional<Optional<R>> made = field.make(() -> maker.make(field, given));
          return made.flatMap(Function.identity())
              .flatMap(rule -> field.make(() -> rule.where(given.get(where))));
        },
        rule -> keys.write((R) rule));
  }

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
