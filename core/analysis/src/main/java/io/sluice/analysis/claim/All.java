package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Rules that all have to hold. Refuted where one is, supported where all are.
 *
 * @param rules one at least
 */
public record All(List<Rule> rules) implements Rule {

  public All {
    rules = List.copyOf(rules);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there is no rule that has to hold");
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<Finding> parts = rules.stream().map(rule -> rule.judge(evidence, level)).toList();
    Verdict verdict =
        parts.stream()
            .map(Finding::verdict)
            .filter(found -> found != Verdict.SUPPORTED)
            .min((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
            .orElse(Verdict.SUPPORTED);
    List<Finding> decisive = parts.stream().filter(part -> part.verdict() == verdict).toList();
    return new Finding(
        "",
        words(),
        verdict,
        Optional.empty(),
        decisive.size() == parts.size()
            ? "so are all " + parts.size()
            : decisive.size() + " of " + parts.size() + ": " + decisive.get(0).asked(),
        decisive.get(0).change(),
        parts);
  }

  @Override
  public String words() {
    return rules.stream().map(Rule::words).collect(Collectors.joining("; and "));
  }

  @Override
  public int intervals() {
    return rules.stream().mapToInt(Rule::intervals).sum();
  }

  @Override
  public List<Group> groups() {
    return rules.stream().flatMap(rule -> rule.groups().stream()).toList();
  }

  @Override
  public List<Measure> measures() {
    return rules.stream().flatMap(rule -> rule.measures().stream()).toList();
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new All(rules.stream().map(rule -> rule.where(labels)).toList());
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return smallest(rules, repeats, level);
  }

  /** The smallest power of some rules; nothing if that of one is not known. */
  static OptionalDouble smallest(List<Rule> rules, int repeats, double level) {
    double smallest = 1;
    for (Rule rule : rules) {
      OptionalDouble power = rule.power(repeats, level);
      if (power.isEmpty()) {
        return power;
      }
      smallest = Math.min(smallest, power.getAsDouble());
    }
    return OptionalDouble.of(smallest);
  }
}
