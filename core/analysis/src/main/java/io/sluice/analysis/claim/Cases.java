package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Conditions under which a claim is asked, each with its rule. Supported where all hold, refuted
 * where none does, and mixed where some hold and some do not: the finding names the conditions on
 * which it turns.
 *
 * @param parts two at least, each with a name
 */
public record Cases(List<Part> parts) implements Several {

  private static final List<Verdict> ORDER =
      List.of(Verdict.SUPPORTED, Verdict.MIXED, Verdict.REFUTED, Verdict.UNDECIDED);

  public Cases {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("cases are two at least");
    }
    if (parts.stream().anyMatch(part -> part.name().isBlank())) {
      throw new IllegalArgumentException("every case has a name");
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<Finding> found = parts.stream().map(part -> part.judge(evidence, level)).toList();
    List<Verdict> verdicts = found.stream().map(Finding::verdict).toList();
    Verdict verdict = together(verdicts);
    String reason =
        ORDER.stream()
            .map(word -> named(word, found))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    Finding first =
        found.stream()
            .filter(part -> verdict == Verdict.MIXED || part.verdict() == verdict)
            .findFirst()
            .orElseThrow();
    String change = first.condition() + ": " + first.change();
    return new Finding("", words(), verdict, Optional.empty(), reason, change, found);
  }

  private static Verdict together(List<Verdict> verdicts) {
    boolean holds = verdicts.contains(Verdict.SUPPORTED);
    if (verdicts.contains(Verdict.MIXED) || holds && verdicts.contains(Verdict.REFUTED)) {
      return Verdict.MIXED;
    }
    if (verdicts.contains(Verdict.UNDECIDED)) {
      return Verdict.UNDECIDED;
    }
    return holds ? Verdict.SUPPORTED : Verdict.REFUTED;
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
        : Optional.of(verdict.word() + " for " + listed(names));
  }

  /** Names one after the other; in quotation marks where one has a comma itself. */
  private static String listed(List<String> names) {
    boolean areQuoted = names.size() > 1 && names.stream().anyMatch(name -> name.contains(","));
    return names.stream()
        .map(name -> areQuoted ? '"' + name + '"' : name)
        .collect(Collectors.joining(", "));
  }

  @Override
  public String words() {
    return parts.stream().map(Part::words).collect(Collectors.joining("; "));
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Cases(parts.stream().map(part -> part.where(labels)).toList());
  }
}
