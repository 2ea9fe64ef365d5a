package io.sluice.analysis.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rules that are judged together: what they look at is what their parts look at. */
sealed interface Several extends Rule permits All, Any, Cases {

  /** One at least. */
  List<Part> parts();

  /**
   * What is found of all parts together: the first of some verdicts that a part has, else another.
   */
  default Finding judge(
      Evidence evidence, double level, List<Verdict> decisive, Verdict otherwise) {
    List<Finding> found = parts().stream().map(part -> part.judge(evidence, level)).toList();
    List<Verdict> verdicts = found.stream().map(Finding::verdict).toList();
    Verdict verdict = decisive.stream().filter(verdicts::contains).findFirst().orElse(otherwise);
    List<Finding> deciding = found.stream().filter(part -> part.verdict() == verdict).toList();
    Finding first = deciding.get(0);
    return new Finding(
        "", words(), verdict, Optional.empty(), reason(deciding, found), first.change(), found);
  }

  private static String reason(List<Finding> deciding, List<Finding> found) {
    Finding first = deciding.get(0);
    if (found.size() == 1) {
      return first.reason();
    }
    if (deciding.size() == found.size()) {
      return "all " + found.size() + " parts are; of the first: " + first.reason();
    }
    List<String> names = deciding.stream().map(Finding::condition).distinct().toList();
    return deciding.size()
        + " of "
        + found.size()
        + " parts: "
        + (names.contains("") ? first.asked() : Finding.listed(names));
  }

  @Override
  default int intervals() {
    return parts().stream().mapToInt(part -> part.rule().intervals()).sum();
  }

  @Override
  default List<Group> groups() {
    return parts().stream().flatMap(part -> part.rule().groups().stream()).toList();
  }

  @Override
  default List<Measure> measures() {
    return parts().stream().flatMap(part -> part.rule().measures().stream()).toList();
  }

  /** The smallest power of the parts; nothing if that of one is not known. */
  @Override
  default OptionalDouble power(int repeats, double level) {
    double smallest = 1;
    for (Part part : parts()) {
      OptionalDouble power = part.rule().power(repeats, level);
      if (power.isEmpty()) {
        return power;
      }
      smallest = Math.min(smallest, power.getAsDouble());
    }
    return OptionalDouble.of(smallest);
  }
}
