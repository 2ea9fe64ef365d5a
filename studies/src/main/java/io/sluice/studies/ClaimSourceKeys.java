package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of rules about what explains the variance. */
final class ClaimSourceKeys {

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
  private static final Key<Sources, Measure> SOURCES_BY = ClaimLeafKeys.by(Sources::by);
  private static final Key<Sources, Double> SHARE_AT_LEAST =
      key("at-least", "the smallest share, or lead, that matters")
          .like("at-least: 0.1")
          .needed(ClaimLeafKeys.SHARES, Sources::atLeast);

  private static final Key<Sources, Group> SOURCES_OF =
      key("of", "the trials that are taken apart")
          .leftOut("all of the first study")
          .quiet()
          .preset(ClaimGroupKeys.GROUP, Sources::of, new Group("", Map.of()));

  static final Section<Sources> EXPLAINED =
      Section.of(SOURCES_OF, FACTOR, THAN, SOURCES_BY, SHARE_AT_LEAST, ClaimLeafKeys.where());

  static final Codec<Rule> AS_EXPLAINED =
      ClaimLeafKeys.leaf(
          EXPLAINED,
          (field, given) ->
              Optional.of(
                  new Sources(
                      given.get(SOURCES_OF),
                      given.get(SOURCES_BY),
                      given.get(FACTOR),
                      given.get(THAN),
                      given.get(SHARE_AT_LEAST))));

  private ClaimSourceKeys() {}
}
