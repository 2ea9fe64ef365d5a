package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.formula.Rule;
import io.sluice.formula.RuleOptimizer;
import io.sluice.spi.Description;
import io.sluice.spi.Invariance;
import io.sluice.spi.OptimizerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys of an optimizer in a pack. */
final class RuleKeys {

  private static final Key<OptimizerDefinition, String> RULE =
      key(
              "rule",
              "in the language of [rules](rules.md); a `-` in the name of a hyper-parameter is"
                  + " written `_`")
          .like("rule: w = w - rate * sign(g)")
          .needed(
              Codec.text("a rule such as w = w - rate * g"),
              DefinitionKeys.of(Description::formula));

  private static final Key<OptimizerDefinition, Optional<String>> MOMENT =
      key("moment", "the state that `reflect-flip` reverses at a bound")
          .leftOut("`m`, if the rule keeps one for each weight")
          .optional(Codec.text("the name of a state such as m"), OptimizerDefinition::moment);

  private static final Key<OptimizerDefinition, List<Invariance>> INVARIANCES =
      key(
              "invariances",
              "changes of what is minimised that change nothing about its way, with its presets;"
                  + " [passports](passports.md#invariances) verify them")
          .leftOut("`permutation`, which every rule has")
          .quiet()
          .preset(
              Codec.oneOf(List.of(Invariance.values()), Invariance::id).any(),
              definition -> List.copyOf(new TreeSet<>(definition.invariances())),
              List.of());

  /** Every key, in the order in which they are written. */
  static final Section<OptimizerDefinition> KEYS =
      DefinitionKeys.<OptimizerDefinition>before()
          .and(
              Section.of(
                  RULE, DefinitionKeys.SET.of(definition -> definition), MOMENT, INVARIANCES))
          .and(DefinitionKeys.after());

  private RuleKeys() {}

  /**
   * The optimizer, if nothing is wrong with it.
   *
   * @param pack the whole text, in which characters of rules are looked for
   */
  static Optional<RuleOptimizer> read(Field entry, String pack) {
    if (!entry.isMapping()) {
      entry.complain(
          "an optimizer is written as {id: my-rule, rule: w = w - 0.1 * g}, not as "
              + entry.node().describe());
      return Optional.empty();
    }
    Section.Given given = KEYS.read(entry);
    if (!given.isComplete()) {
      return Optional.empty();
    }
    return entry
        .make(
            () ->
                new OptimizerDefinition(
                    given.get(DefinitionKeys.ID),
                    DefinitionKeys.description(given, RULE),
                    given.get(DefinitionKeys.SET),
                    given.get(MOMENT),
                    Set.copyOf(given.get(INVARIANCES))))
        .flatMap(
            definition ->
                DefinitionKeys.made(
                    entry,
                    RULE,
                    pack,
                    definition,
                    () -> RuleOptimizer.of(definition),
                    Rule::parametersOf));
  }
}
