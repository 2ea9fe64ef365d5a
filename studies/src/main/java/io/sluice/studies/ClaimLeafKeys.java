package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the keys of those rules have in common that are not made of others. */
final class ClaimLeafKeys {

  private static final String GROUP = "of: {activation: relu}";

  static final Codec<Double> SIZE =
      Codec.number("0.3").only(size -> size > 0, "a number above 0 such as 0.3");

  static final Codec<Double> SHARES =
      Codec.number("0.9").only(share -> share > 0 && share < 1, "a share between 0 and 1");

  /** What is common to all groups of a rule; what is read has it in each group. */
  private static final KeyName WHERE =
      key("where", "labels that all groups of the rule have").leftOut("all trials").quiet();

  private ClaimLeafKeys() {}

  static <R> Key<R, Group> of(Function<R, Group> part) {
    return key("of", "the group").like(GROUP).needed(ClaimGroupKeys.GROUP, part);
  }

  static <R> Key<R, Group> against(Function<R, Group> part) {
    return key("against", "the group that it is held against")
        .like("against: {activation: tanh}")
        .needed(ClaimGroupKeys.GROUP, part);
  }

  static <R> Key<R, Measure> by(Function<R, Measure> part) {
    return key("by", "what is compared, [see below](#what-is-compared)")
        .like("by: best-loss")
        .needed(ClaimGroupKeys.MEASURE, part);
  }

  static <R> Key<R, Double> spread(Function<R, Double> part) {
    return key("spread", "the standard deviation over the repeats that the power is told for")
        .preset(SIZE, part, Difference.SPREAD);
  }

  static <R> Key<R, Map<String, List<String>>> where() {
    return WHERE.preset(ClaimGroupKeys.LABELS, rule -> Map.of(), Map.of());
  }

  static Function<Criterion, Optional<Double>> effect(int sign) {
    return criterion ->
        Optional.of(criterion)
            .filter(Criterion.AtLeast.class::isInstance)
            .map(least -> sign * ((Criterion.AtLeast) least).effect())
            .filter(effect -> effect > 0);
  }

  /** A way that is one of several, with a complaint where there is none. */
  static <T> Optional<T> among(Ways<T> ways, Field field, String example) {
    List<String> names = ways.section().names();
    if (names.stream().noneMatch(field::has)) {
      field.complain(
          '"' + String.join("\" or \"", names) + "\" is missing, for example " + example);
    }
    return ways.among(field);
  }

  /** Makes a rule of its keys. */
  interface Maker<R> {
    Optional<R> make(Field field, Section.Given given);
  }

  @SuppressWarnings("unchecked")
  static <R extends Rule> Codec<Rule> leaf(Section<R> keys, Maker<R> maker) {
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
}
