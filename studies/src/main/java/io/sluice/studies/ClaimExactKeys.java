package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Bound;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Identity;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Rule;
import java.util.Optional;

/** The keys of rules that look at every trial: identities and bounds. */
final class ClaimExactKeys {

  private static final Key<Identity, Group> SAME_OF = ClaimLeafKeys.of(Identity::of);
  private static final Key<Identity, Group> SAME_AGAINST = ClaimLeafKeys.against(Identity::against);
  private static final Key<Identity, Measure> SAME_BY = ClaimLeafKeys.by(Identity::by);
  private static final Key<Identity, Double> SAME_WITHIN =
      key("within", "the largest deviation that is rounding")
          .like("within: 1e-12")
          .needed(Codec.number("1e-12"), Identity::within);

  static final Section<Identity> IDENTITY =
      Section.of(SAME_OF, SAME_AGAINST, SAME_BY, SAME_WITHIN, ClaimLeafKeys.where());

  private static final Key<Bound, Group> BOUND_OF = ClaimLeafKeys.of(Bound::of);
  private static final Key<Bound, Measure> BOUND_BY = ClaimLeafKeys.by(Bound::by);
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

  static final Section<Bound> BOUND =
      Section.of(BOUND_OF, BOUND_BY, FROM, TO, ClaimLeafKeys.where());

  static final Codec<Rule> AS_IDENTITY =
      ClaimLeafKeys.leaf(
          IDENTITY,
          (field, given) ->
              Optional.of(
                  new Identity(
                      given.get(SAME_OF),
                      given.get(SAME_AGAINST),
                      given.get(SAME_BY),
                      given.get(SAME_WITHIN))));

  static final Codec<Rule> AS_BOUND =
      ClaimLeafKeys.leaf(
          BOUND,
          (field, given) ->
              Optional.of(
                  new Bound(
                      given.get(BOUND_OF), given.get(BOUND_BY), given.get(FROM), given.get(TO))));

  private ClaimExactKeys() {}
}
