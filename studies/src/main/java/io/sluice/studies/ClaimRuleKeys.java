package io.sluice.studies;

import io.sluice.analysis.claim.All;
import io.sluice.analysis.claim.Any;
import io.sluice.analysis.claim.Bound;
import io.sluice.analysis.claim.Cases;
import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Identity;
import io.sluice.analysis.claim.Order;
import io.sluice.analysis.claim.Part;
import io.sluice.analysis.claim.Reached;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Slope;
import io.sluice.analysis.claim.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The kinds of rules by which claims are decided, each under its name. */
final class ClaimRuleKeys {

  private static final List<String> CONDITION = List.of("when", "called");

  private static final Ways<Rule> WAYS =
      Ways.<Rule>of("a rule is of one kind, not of several")
          .or(
              "difference",
              "two groups differ by what matters",
              ClaimDifferenceKeys.AS_DIFFERENCE,
              Function.identity(),
              in(Difference.class, rule -> !isEquivalence(rule)))
          .or(
              "equivalence",
              "two groups are equal for practical purposes",
              ClaimDifferenceKeys.AS_EQUIVALENCE,
              Function.identity(),
              in(Difference.class, ClaimRuleKeys::isEquivalence))
          .or(
              "identity",
              "two groups are the same but for rounding",
              ClaimExactKeys.AS_IDENTITY,
              Function.identity(),
              in(Identity.class, rule -> true))
          .or(
              "bound",
              "every trial lies in a range",
              ClaimExactKeys.AS_BOUND,
              Function.identity(),
              in(Bound.class, rule -> true))
          .or(
              "share",
              "so many trials of a cell reach a target",
              ClaimShareKeys.AS_SHARE,
              Function.identity(),
              in(Reached.class, rule -> true))
          .or(
              "slope",
              "a measure grows or falls as a power of a number",
              ClaimSlopeKeys.AS_SLOPE,
              Function.identity(),
              in(Slope.class, rule -> true))
          .or(
              "order",
              "several groups lie in this order",
              ClaimOrderKeys.AS_ORDER,
              Function.identity(),
              in(Order.class, rule -> true))
          .or(
              "explained",
              "a factor explains a share of the variance",
              ClaimSourceKeys.AS_EXPLAINED,
              Function.identity(),
              in(Sources.class, rule -> true))
          .or(
              "all",
              "rules that all have to hold",
              several("rules, or one for each", false, All::new),
              Function.identity(),
              in(All.class, rule -> true))
          .or(
              "any",
              "rules of which one at least has to hold",
              several("rules, or one for each", false, Any::new),
              Function.identity(),
              in(Any.class, rule -> true))
          .or(
              "cases",
              "conditions, each with a rule: some hold and some do not is *mixed*",
              several("conditions with rules, or one rule for each", true, Cases::new),
              Function.identity(),
              in(Cases.class, rule -> true));

  /** The kinds of rules. */
  static final Section<Rule> RULES = WAYS.section();

  /** A rule, under the name of its kind. */
  static final Codec<Rule> RULE = WAYS.as("a rule", ClaimRuleKeys::refuse);

  private ClaimRuleKeys() {}

  /** The rule of a mapping that may have other keys. */
  static Optional<Rule> among(Field mapping) {
    if (RULES.names().stream().noneMatch(mapping::has)) {
      mapping.complain(missing());
    }
    return WAYS.among(mapping);
  }

  private static void refuse(Field field) {
    if (field.isMapping()) {
      field.complain(missing());
    } else {
      field.expected("a rule such as difference: {…}");
    }
  }

  private static String missing() {
    return "a rule is missing: one of " + String.join(", ", RULES.names());
  }

  private static boolean isEquivalence(Difference rule) {
    return rule.criterion() instanceof Criterion.Between region && region.from() == -region.to();
  }

  private static <R extends Rule> Function<Rule, Optional<Rule>> in(
      Class<R> kind, Predicate<R> isThis) {
    return rule ->
        Optional.of(rule).filter(kind::isInstance).filter(r -> isThis.test(kind.cast(r)));
  }

  /** Several rules: a list, or one for each of some labels. */
  private static Codec<Rule> several(
      String type, boolean isNamed, Function<List<Part>, Rule> maker) {
    return new Codec<>(
        type,
        field ->
            (field.isMapping() ? forEach(field) : listed(field, isNamed))
                .flatMap(cases -> field.make(() -> maker.apply(cases))),
        rule -> {
          throw new UnsupportedOperationException("rules together are not written");
        });
  }

  private static Optional<List<Part>> forEach(Field field) {
    List<String> allowed = new ArrayList<>(RULES.names());
    allowed.add(0, "for-each");
    field.allowOnly(allowed);
    Optional<Map<String, List<String>>> labels =
        field
            .required("for-each", "for-each: {problem: [xor, sin3x]}")
            .flatMap(ClaimGroupKeys.LABELS::read);
    Optional<Rule> rule = among(field);
    return labels.flatMap(
        by ->
            rule.flatMap(
                one ->
                    field.make(
                        () ->
                            ClaimGroupKeys.combinations(by).stream()
                                .map(when -> made(ClaimGroupKeys.words(when), one, when))
                                .toList())));
  }

  private static Optional<List<Part>> listed(Field field, boolean isNamed) {
    List<Part> cases = new ArrayList<>();
    List<Field> items = field.someItems("cases: [{when: {problem: xor}, difference: {…}}]");
    for (Field item : items) {
      one(item, isNamed).ifPresent(cases::add);
    }
    return cases.size() == items.size() && !items.isEmpty() ? Optional.of(cases) : Optional.empty();
  }

  private static Optional<Part> one(Field item, boolean isNamed) {
    if (!item.isMapping()) {
      refuse(item);
      return Optional.empty();
    }
    List<String> allowed = new ArrayList<>(CONDITION);
    allowed.addAll(RULES.names());
    item.allowOnly(allowed);
    Optional<Rule> rule = among(item);
    Optional<Map<String, List<String>>> when =
        item.has("when")
            ? item.child("when").flatMap(ClaimGroupKeys.LABELS::read)
            : Optional.of(Map.of());
    if (isNamed && !item.has("when") && !item.has("called")) {
      item.complain("a case needs \"when\", for example {problem: xor}, or a name, \"called\"");
      return Optional.empty();
    }
    Optional<String> name =
        item.has("called")
            ? item.child("called").flatMap(field -> field.text("a few words"))
            : when.map(labels -> labels.isEmpty() ? "" : ClaimGroupKeys.words(labels));
    return rule.flatMap(
        one ->
            when.flatMap(
                labels -> name.flatMap(words -> item.make(() -> made(words, one, labels)))));
  }

  private static Part made(String name, Rule rule, Map<String, List<String>> when) {
    return new Part(name, rule.where(when));
  }
}
