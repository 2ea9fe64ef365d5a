package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
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
    return judge(evidence, level, DECISIVE, Verdict.SUPPORTED);
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
