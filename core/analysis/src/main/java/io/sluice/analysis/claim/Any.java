package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules of which one at least has to hold. Supported where one is, refuted where all are.
 *
 * @param parts two at least
 */
public record Any(List<Part> parts) implements Several {

  /** What decides, if a part has it, the most telling first. */
  private static final List<Verdict> DECISIVE =
      List.of(Verdict.SUPPORTED, Verdict.MIXED, Verdict.UNDECIDED);

  public Any {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("rules of which any has to hold are two at least");
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    return judge(evidence, level, DECISIVE, Verdict.REFUTED);
  }

  @Override
  public String words() {
    return parts.stream().map(Part::words).collect(Collectors.joining("; or "));
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Any(parts.stream().map(part -> part.where(labels)).toList());
  }
}
