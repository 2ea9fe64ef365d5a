package io.sluice.report;

import io.sluice.engine.text.DisplayWidth;
import io.sluice.engine.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligned columns for a terminal. */
public final class TextTable {

  private TextTable() {}

  /**
   * The lines of a table, the headings first.
   *
   * @param headings one for each column
   * @param rows a text for each column
   * @param right which columns stand at the right
   */
  public static List<String> lines(
      List<String> headings, List<List<String>> rows, boolean[] right) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(headings);
    rows.forEach(row -> cells.add(row.stream().map(VisibleText::line).toList()));
    int[] widths = new int[right.length];
    for (List<String> line : cells) {
      Arrays.setAll(widths, i -> Math.max(widths[i], DisplayWidth.of(line.get(i))));
    }
    return cells.stream().map(line -> align(line, widths, right)).toList();
  }

  private static String align(List<String> line, int[] widths, boolean[] right) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - DisplayWidth.of(line.get(i)));
      text.append(i == 0 ? "" : "  ");
      text.append(right[i] ? padding + line.get(i) : line.get(i) + padding);
    }
    return text.toString().stripTrailing();
  }
}
