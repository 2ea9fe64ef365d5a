package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Reached;
import io.sluice.analysis.claim.Rule;
import java.util.Map;
import java.util.Optional;

/** The keys of rules about the share of trials that reach a target. */
final class ClaimShareKeys {

  private static final Key<Reached, Group> SHARE_OF = ClaimLeafKeys.of(Reached::of);
  private static final Key<Reached, Double> TARGET =
      key("reaching", "the loss to be reached, one of the study's `targets`")
          .like("reaching: 1e-3")
          .needed(Codec.number("1e-3"), Reached::target);
  private static final Ways<Reached> THRESHOLD =
      Ways.<Reached>of("a share is either \"at-least\" or \"at-most\" something")
          .or(
              "at-least",
              "the smallest share that is wanted",
              ClaimLeafKeys.SHARES,
              share -> threshold(true, share),
              rule -> Optional.of(rule.share()).filter(share -> rule.isAtLeast()))
          .or(
              "at-most",
              "the largest share that is wanted",
              ClaimLeafKeys.SHARES,
              share -> threshold(false, share),
              rule -> Optional.of(rule.share()).filter(share -> !rule.isAtLeast()));
  private static final Key<Reached, Double> MARGIN =
      key("margin", "how far beyond the share is that the power is told for")
          .preset(ClaimLeafKeys.SHARES, Reached::margin, Reached.MARGIN);

  static final Section<Reached> SHARE =
      Section.of(SHARE_OF, TARGET)
          .and(THRESHOLD.section())
          .and(Section.of(ClaimLeafKeys.where(), MARGIN));

  static final Codec<Rule> AS_SHARE =
      ClaimLeafKeys.leaf(
          SHARE,
          (field, given) ->
              ClaimLeafKeys.among(THRESHOLD, field, "at-least: 0.9")
                  .map(
                      way ->
                          new Reached(
                              given.get(SHARE_OF),
                              given.get(TARGET),
                              way.isAtLeast(),
                              way.share(),
                              given.get(MARGIN))));

  private ClaimShareKeys() {}

  private static Reached threshold(boolean isAtLeast, double share) {
    return new Reached(new Group("", Map.of()), 0, isAtLeast, share, Reached.MARGIN);
  }
}
