package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules that all have to hold. Supported where all are, refuted where one is.
 *
 * @param parts one at least
 */
public record All(List<Part> parts) implements Several {

  /** What decides, if a part has it, the most telling first. */
  private static final List<Verdict> DECISIVE =
      List.of(Verdict.REFUTED, Verdict.MIXED, Verdict.UNDECIDED);

  public All {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there is no rule that has to hold");
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<Finding> found = parts.stream().map(part -> part.judge(evidence, level)).toList();
    List<Verdict> verdicts = found.stream().map(Finding::verdict).toList();
    Verdict verdict =
        DECISIVE.stream().filter(verdicts::contains).findFirst().orElse(Verdict.SUPPORTED);
    List<Finding> decisive = found.stream().filter(part -> part.verdict() == verdict).toList();
    Finding first = decisive.get(0);
    String which = first.condition().isEmpty() ? first.asked() : first.condition();
    return new Finding(
        "",
        words(),
        verdict,
        Optional.empty(),
        found.size() == 1
            ? first.reason()
            : decisive.size() == found.size()
                ? "all " + found.size() + " parts are; " + first.reason()
                : decisive.size() + " of " + found.size() + " parts: " + which,
        first.change(),
        found);
  }

  @Override
  public String words() {
    return parts.stream().map(Part::words).collect(Collectors.joining("; and "));
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new All(parts.stream().map(part -> part.where(labels)).toList());
  }
}
