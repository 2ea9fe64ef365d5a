package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Rule;
import java.util.Optional;
import java.util.function.Function;

/** The keys of rules that two groups differ, and that they do not. */
final class ClaimDifferenceKeys {

  private static final Ways<Criterion> AT_LEAST =
      Ways.<Criterion>of(
              "a difference is one of \"lower-by\", \"higher-by\", \"not-lower-by\", \"not-higher-by\"")
          .or(
              "lower-by",
              "the smallest effect that matters, downwards",
              ClaimLeafKeys.SIZE,
              size -> new Criterion.AtLeast(-size),
              ClaimLeafKeys.effect(-1))
          .or(
              "higher-by",
              "the smallest effect that matters, upwards",
              ClaimLeafKeys.SIZE,
              Criterion.AtLeast::new,
              ClaimLeafKeys.effect(1));

  private static final Ways<Criterion> NO_WORSE =
      AT_LEAST
          .or(
              "not-lower-by",
              "it is not lower by as much as this",
              ClaimLeafKeys.SIZE,
              size -> new Criterion.Between(-size, Double.POSITIVE_INFINITY),
              open(criterion -> -criterion.from()))
          .or(
              "not-higher-by",
              "it is not higher by as much as this",
              ClaimLeafKeys.SIZE,
              size -> new Criterion.Between(Double.NEGATIVE_INFINITY, size),
              open(Criterion.Between::to));

  private static final Key<Difference, Group> OF = ClaimLeafKeys.of(Difference::of);
  private static final Key<Difference, Group> AGAINST = ClaimLeafKeys.against(Difference::against);
  private static final Key<Difference, Measure> BY = ClaimLeafKeys.by(Difference::by);
  private static final Key<Difference, Double> SPREAD = ClaimLeafKeys.spread(Difference::spread);
  private static final Key<Difference, Criterion> WITHIN =
      key("within", "differences up to this are none")
          .like("within: 0.1")
          .needed(
              ClaimLeafKeys.SIZE.as(
                  size -> (Criterion) new Criterion.Between(-size, size),
                  criterion -> ((Criterion.Between) criterion).to()),
              Difference::criterion);

  static final Section<Difference> DIFFERENCE =
      Section.of(OF, AGAINST, BY)
          .and(NO_WORSE.section().of(Difference::criterion))
          .and(Section.of(ClaimLeafKeys.where(), SPREAD));

  static final Section<Difference> EQUIVALENCE =
      Section.of(OF, AGAINST, BY, WITHIN, ClaimLeafKeys.where(), SPREAD);

  static final Codec<Rule> AS_DIFFERENCE =
      ClaimLeafKeys.leaf(
          DIFFERENCE,
          (field, given) ->
              ClaimLeafKeys.among(NO_WORSE, field, "lower-by: 0.3")
                  .map(
                      criterion ->
                          new Difference(
                              given.get(OF),
                              given.get(AGAINST),
                              given.get(BY),
                              criterion,
                              given.get(SPREAD))));

  static final Codec<Rule> AS_EQUIVALENCE =
      ClaimLeafKeys.leaf(
          EQUIVALENCE,
          (field, given) ->
              Optional.of(
                  new Difference(
                      given.get(OF),
                      given.get(AGAINST),
                      given.get(BY),
                      given.get(WITHIN),
                      given.get(SPREAD))));

  private ClaimDifferenceKeys() {}

  /** The end of a region that is open on the other side. */
  private static Function<Criterion, Optional<Double>> open(
      Function<Criterion.Between, Double> end) {
    return criterion ->
        Optional.of(criterion)
            .filter(Criterion.Between.class::isInstance)
            .map(region -> end.apply((Criterion.Between) region))
            .filter(Double::isFinite);
  }
}
