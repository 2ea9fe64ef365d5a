package io.sluice.web.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Data pasted as CSV: the last column is to be learned from the others. Cells are numbers between
 * commas, semicolons, tabs or blanks; a first row of words names them. Words in the last column are
 * classes, in the order of the alphabet: two are 0 and 1, more have an output each.
 */
final class PastedData {

  private PastedData() {}

  /**
   * A problem of a study.
   *
   * @throws IllegalArgumentException naming row and column of what is no number
   */
  static String problem(String csv) {
    List<String[]> rows = new ArrayList<>();
    csv.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> rows.add(line.split(separator(line), -1)));
    if (!rows.isEmpty() && !Flow.isNumber(rows.get(0)[0])) {
      rows.remove(0);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("pasted data have a row of numbers at least");
    }
    int columns = rows.get(0).length;
    if (columns < 2) {
      throw new IllegalArgumentException("pasted data have two columns at least, not " + columns);
    }
    Map<String, String> classes = classes(rows, columns);
    List<String> x = new ArrayList<>();
    List<String> y = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = rows.get(row);
      if (cells.length != columns) {
        throw new IllegalArgumentException(
            "row " + (row + 1) + " has " + cells.length + " cells, not " + columns);
      }
      List<String> inputs = new ArrayList<>();
      for (int column = 0; column < columns - 1; column++) {
        inputs.add(number(cells[column], row, column));
      }
      x.add(inputs.toString());
      String last = cells[columns - 1].strip();
      y.add(classes.isEmpty() ? "[" + number(last, row, columns - 1) + "]" : classes.get(last));
    }
    return "{name: pasted, x: " + x + ", y: " + y + "}";
  }

  /** What stands between the cells of a line. */
  private static String separator(String line) {
    return line.contains(";") ? ";" : line.contains(",") ? "," : line.contains("\t") ? "\t" : " +";
  }

  private static String number(String cell, int row, int column) {
    if (!Flow.isNumber(cell)) {
      throw new IllegalArgumentException(
          "row " + (row + 1) + ", column " + (column + 1) + ": \"" + cell + "\" is no number");
    }
    return cell.strip();
  }

  /** The outputs that stand for each word of the last column; empty if there are only numbers. */
  private static Map<String, String> classes(List<String[]> rows, int columns) {
    TreeSet<String> words = new TreeSet<>();
    boolean numbers = true;
    for (String[] row : rows) {
      String last = row[Math.min(columns, row.length) - 1].strip();
      words.add(last);
      numbers &= Flow.isNumber(last);
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    if (numbers) {
      return outputs;
    }
    if (words.size() < 2 || words.size() > 20) {
      throw new IllegalArgumentException(
          "a last column of words has 2 to 20 of them, not " + words.size());
    }
    for (String word : words) {
      List<Integer> row = new ArrayList<>();
      for (String other : words) {
        row.add(other.equals(word) ? 1 : 0);
      }
      outputs.put(word, words.size() == 2 ? row.subList(1, 2).toString() : row.toString());
    }
    return outputs;
  }
}
