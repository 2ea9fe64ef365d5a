package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels that are compared with each other over all problems, on those combinations of the other
 * factors alone that all of them met.
 *
 * @param name the factor, or {@code contender} for combinations of several
 * @param labels of the levels, in the order of the plan
 * @param blocks for each combination of the other factors the cells of each level
 */
record Subjects(String name, List<String> labels, List<List<List<CellSamples>>> blocks) {

  private static final String NO_ACTIVATION = "-";

  /**
   * Each factor of a contender that varies, and the contenders themselves where several do; without
   * those of more levels than asked for.
   */
  static List<Subjects> of(StudyRows rows, int mostLevels, int mostContenders) {
    List<String> varying = new ArrayList<>();
    for (String factor : rows.factors()) {
      boolean contender = Ranking.CONTENDER.contains(factor) || rows.presets().containsKey(factor);
      long levels =
          rows.levels(factor).stream()
              .filter(label -> !(factor.equals("activation") && label.equals(NO_ACTIVATION)))
              .count();
      if (contender && levels > 1) {
        varying.add(factor);
      }
    }
    List<Subjects> all = new ArrayList<>();
    varying.forEach(factor -> all.add(of(rows, factor, List.of(factor))));
    if (varying.size() > 1) {
      all.add(of(rows, "contender", varying));
    }
    all.removeIf(
        subjects ->
            subjects.labels().size() < 2
                || subjects.labels().size()
                    > (subjects.name().equals("contender") ? mostContenders : mostLevels)
                || subjects.blocks().isEmpty());
    return all;
  }

  private static Subjects of(StudyRows rows, String name, List<String> factors) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Map<Object, Map<Integer, List<CellSamples>>> blocks = new LinkedHashMap<>();
    for (CellSamples cell : rows.cells()) {
      if (factors.contains("activation")
          && cell.cell().factor("activation").equals(NO_ACTIVATION)) {
        continue;
      }
      String label = String.join(" / ", factors.stream().map(cell.cell()::factor).toList());
      int place = places.computeIfAbsent(label, key -> places.size());
      blocks
          .computeIfAbsent(Partners.of(cell.cell(), factors), key -> new LinkedHashMap<>())
          .computeIfAbsent(place, key -> new ArrayList<>())
          .add(cell);
    }
    List<List<List<CellSamples>>> complete = new ArrayList<>();
    for (Map<Integer, List<CellSamples>> block : blocks.values()) {
      if (block.size() == places.size()) {
        List<List<CellSamples>> levels = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
          levels.add(block.get(place));
        }
        complete.add(levels);
      }
    }
    return new Subjects(name, List.copyOf(places.keySet()), complete);
  }

  /** One more than the largest repeat. */
  int repeats() {
    return blocks.stream()
        .flatMap(Collection::stream)
        .flatMap(Collection::stream)
        .mapToInt(CellSamples::repeats)
        .max()
        .orElse(0);
  }

  /** Whether every cell of a block has a trial of the repeat. */
  static boolean has(List<List<CellSamples>> block, int repeat) {
    for (List<CellSamples> level : block) {
      for (CellSamples cell : level) {
        if (!cell.has(repeat)) {
          return false;
        }
      }
    }
    return true;
  }
}
