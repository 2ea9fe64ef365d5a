package io.sluice.analysis.variance;

import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells for tests: every combination of the levels of some factors. */
final class Grid {

  private Grid() {}

  /** The cells of a complete grid; factors that are not named have one level. */
  static List<Cell> of(Map<String, List<String>> levels) {
    List<Map<String, String>> combinations = new ArrayList<>();
    Map<String, String> single = new LinkedHashMap<>();
    io.sluice.spi.Factor.names(io.sluice.spi.Factor.FIRST)
        .forEach(factor -> single.put(factor, "-"));
    combinations.add(single);
    for (Map.Entry<String, List<String>> factor : levels.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String level : factor.getValue()) {
          Map<String, String> with = new LinkedHashMap<>(combination);
          with.put(factor.getKey(), level);
          longer.add(with);
        }
      }
      combinations = longer;
    }
    List<Cell> cells = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      cells.add(
          Cell.of(
              io.sluice.spi.Factor.FIRST,
              cells.size(),
              combination,
              rates(combination.get("optimizer"))));
    }
    return cells;
  }

  /** The rate that stands in the label of an optimizer. */
  private static Map<String, Double> rates(String optimizer) {
    int at = optimizer.indexOf("(rate=");
    return at < 0
        ? Map.of()
        : Map.of(
            "optimizer.rate",
            Double.parseDouble(optimizer.substring(at + 6, optimizer.length() - 1)));
  }

  /** So many levels called {@code prefix0}, {@code prefix1} and so on. */
  static List<String> levels(String prefix, int count) {
    List<String> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      levels.add(prefix + i);
    }
    return levels;
  }
}
