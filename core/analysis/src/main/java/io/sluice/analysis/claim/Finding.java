package io.sluice.analysis.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rows say of a rule.
 *
 * @param condition under which the rule was asked, if it is one of several cases; else empty
 * @param asked what the rule says, without a full stop
 * @param verdict whether that is so
 * @param effect the number that decided; none of a rule that has parts
 * @param reason what the verdict rests on, without a full stop
 * @param change what would change the verdict, without a full stop; may be empty
 * @param parts what was found of the rules that it is made of
 */
public record Finding(
    String condition,
    String asked,
    Verdict verdict,
    Optional<Effect> effect,
    String reason,
    String change,
    List<Finding> parts) {

  public Finding {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(effect, "effect");
    parts = List.copyOf(parts);
  }

  /** That of a rule by itself. */
  static Finding of(String asked, Verdict verdict, Effect effect, String reason, String change) {
    return new Finding("", asked, verdict, Optional.of(effect), reason, change, List.of());
  }

  /** The same as one of several cases; conditions inside one another are joined. */
  Finding under(String name) {
    String joined = condition.isEmpty() ? name : name + ", " + condition;
    return new Finding(
        joined,
        asked,
        verdict,
        effect,
        reason,
        change,
        parts.stream().map(part -> part.under(name)).toList());
  }

  /** Conditions one after the other; in quotation marks where one has a comma itself. */
  static String listed(List<String> conditions) {
    boolean areQuoted =
        conditions.size() > 1 && conditions.stream().anyMatch(name -> name.contains(","));
    return conditions.stream()
        .map(name -> areQuoted ? '"' + name + '"' : name)
        .collect(Collectors.joining(", "));
  }

  /** Those that have a number of their own, in order. */
  public Stream<Finding> leaves() {
    return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(Finding::leaves);
  }
}
