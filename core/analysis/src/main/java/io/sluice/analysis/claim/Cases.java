package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Conditions under which a claim is asked, each with its rule. Supported where all hold, refuted
 * where none does, and mixed where some hold and some do not: the finding names the conditions on
 * which it turns.
 *
 * @param cases two at least
 */
public record Cases(List<Case> cases) implements Rule {

  /**
   * A condition.
   *
   * @param name such as {@code xor}
   * @param rule what is asked under it
   */
  public record Case(String name, Rule rule) {
    public Case {
      Objects.requireNonNull(rule, "rule");
      if (name.isBlank()) {
        throw new IllegalArgumentException("a case has a name");
      }
    }
  }

  public Cases {
    cases = List.copyOf(cases);
    if (cases.size() < 2) {
      throw new IllegalArgumentException("cases are two at least");
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<Finding> parts =
        cases.stream().map(one -> one.rule().judge(evidence, level).under(one.name())).toList();
    boolean holds = parts.stream().anyMatch(part -> part.verdict() == Verdict.SUPPORTED);
    boolean fails = parts.stream().anyMatch(part -> part.verdict() == Verdict.REFUTED);
    boolean mixed = parts.stream().anyMatch(part -> part.verdict() == Verdict.MIXED);
    boolean open = parts.stream().anyMatch(part -> part.verdict() == Verdict.UNDECIDED);
    Verdict verdict =
        holds && fails || mixed
            ? Verdict.MIXED
            : open ? Verdict.UNDECIDED : holds ? Verdict.SUPPORTED : Verdict.REFUTED;
    String reason =
        List.of(Verdict.SUPPORTED, Verdict.MIXED, Verdict.REFUTED, Verdict.UNDECIDED).stream()
            .map(word -> named(word, parts))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    String change =
        parts.stream()
            .filter(part -> verdict == Verdict.MIXED || part.verdict() == verdict)
            .findFirst()
            .map(part -> part.condition() + ": " + part.change())
            .orElse("");
    return new Finding("", words(), verdict, Optional.empty(), reason, change, parts);
  }

  private static Optional<String> named(Verdict verdict, List<Finding> parts) {
    List<String> names =
        parts.stream()
            .filter(part -> part.verdict() == verdict)
            .map(Finding::condition)
            .distinct()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(verdict.word() + " for " + String.join(", ", names));
  }

  @Override
  public String words() {
    return cases.stream()
        .map(one -> one.name() + ": " + one.rule().words())
        .collect(Collectors.joining("; "));
  }

  private List<Rule> rules() {
    return cases.stream().map(Case::rule).toList();
  }

  @Override
  public int intervals() {
    return rules().stream().mapToInt(Rule::intervals).sum();
  }

  @Override
  public List<Group> groups() {
    return rules().stream().flatMap(rule -> rule.groups().stream()).toList();
  }

  @Override
  public List<Measure> measures() {
    return rules().stream().flatMap(rule -> rule.measures().stream()).toList();
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Cases(
        cases.stream().map(one -> new Case(one.name(), one.rule().where(labels))).toList());
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return All.smallest(rules(), repeats, level);
  }
}
