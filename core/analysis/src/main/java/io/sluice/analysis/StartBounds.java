package io.sluice.analysis;

import io.sluice.spi.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds that are the range of the initial weights. In rows they are named by their numbers, and so
 * hang together with the initial weights. Where there are other bounds too, they are one level,
 * with which those are compared: {@code initial}.
 */
final class StartBounds {

  /** How they are named as a level. */
  static final String LABEL = "initial";

  private static final String BOUNDS = "bounds";

  private StartBounds() {}

  /** Gives them one name, if the cells have other bounds too. */
  static void name(List<CellSamples> cells) {
    boolean others = cells.stream().anyMatch(cell -> isBounded(cell.cell()) && !are(cell.cell()));
    for (CellSamples cell : cells) {
      if (others && are(cell.cell())) {
        Map<String, String> labels = new LinkedHashMap<>(cell.cell().factors());
        labels.put(BOUNDS, LABEL);
        cell.name(new Cell(cell.cell().index(), labels, cell.cell().hyperparameters()));
      }
    }
  }

  private static boolean isBounded(Cell cell) {
    return !List.of("-", "box").contains(cell.factor(BOUNDS));
  }

  private static boolean are(Cell cell) {
    String range = cell.factor("initial-weights").replaceFirst("^uniform\\((.*)\\)$", "[-$1, $1]");
    return List.of(LABEL, range).contains(cell.factor(BOUNDS));
  }
}
