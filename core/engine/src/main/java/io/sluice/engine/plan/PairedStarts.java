package io.sluice.engine.plan;

import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Pair;
import io.sluice.engine.text.NearestWord;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The starts that a study pairs with cells, and the cells that asked for one. */
final class PairedStarts {

  /** One for all, so that cells with other starts stand beside each other in a report. */
  static final String LABEL = "paired";

  private final List<Pair> pairs;
  private final String path;
  private final Set<Pair> taken = new HashSet<>();
  private final Map<String, Set<String>> seen = new TreeMap<>();

  /**
   * @param path the part of the study they come from
   */
  PairedStarts(InitialWeights.Paired paired, String path) {
    this.pairs = paired.pairs();
    this.path = path;
  }

  /** The start of cells that begin with these levels; none if they are to be left out. */
  Optional<Pair> of(CellPath cell, Findings findings) {
    Map<String, String> labels = new TreeMap<>();
    for (StudyFactor factor : StudyFactor.IN_ORDER) {
      String name = factor.factor().name();
      if (Pair.FACTORS.contains(name)) {
        labels.put(name, cell.label(factor));
        seen.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(cell.label(factor));
      }
    }
    List<Pair> named =
        pairs.stream()
            .filter(pair -> labels.entrySet().containsAll(pair.levels().entrySet()))
            .toList();
    taken.addAll(named);
    String who =
        labels.get("activation") + " in " + labels.get("network") + " on " + labels.get("problem");
    if (named.size() > 1) {
      findings.complain(
          path, who + " is paired with " + named.size() + " starts; a cell has one of them");
    } else if (named.isEmpty()) {
      findings.note(who + " is paired with no start; its cells that start there are left out");
    }
    return named.stream().findFirst();
  }

  /** Complains of starts that are paired with no cell. */
  void check(Findings findings) {
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      String at = path + ".paired[" + i + "]";
      boolean known = true;
      for (Map.Entry<String, String> level : pair.levels().entrySet()) {
        Set<String> labels = seen.getOrDefault(level.getKey(), Set.of());
        if (!labels.contains(level.getValue())) {
          known = false;
          findings.complain(
              at + "." + level.getKey(),
              "no cell has the "
                  + level.getKey()
                  + " \""
                  + level.getValue()
                  + "\""
                  + NearestWord.hint(level.getValue(), labels)
                  + "; there are "
                  + String.join(", ", labels));
        }
      }
      if (known && !taken.contains(pair)) {
        findings.complain(at, "no cell has all of " + pair.levels());
      }
    }
  }
}
