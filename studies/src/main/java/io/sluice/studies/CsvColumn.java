package io.sluice.studies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column of a CSV file that was chosen: its numbers, or its classes as numbers. Classes are
 * counted in the order of their characters, which for words is the alphabetical one.
 */
final class CsvColumn {

  /** How the words of a column become numbers. */
  enum Classes {
    /** They do not: the cells are numbers. */
    NONE,
    /** A number for each class, 1 or 0. */
    ONE_HOT,
    /** The number of the class, from 0 on. */
    NUMBER
  }

  /** More classes are no classes. */
  private static final int MOST_CLASSES = 1000;

  private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");

  private final int index;
  private final String name;
  private final Classes classes;

  CsvColumn(int index, String name, Classes classes) {
    this.index = index;
    this.name = name;
    this.classes = classes;
  }

  int index() {
    return index;
  }

  /** The words for classes in a study. */
  static Map<String, Classes> words() {
    Map<String, Classes> words = new LinkedHashMap<>();
    words.put("one-hot", Classes.ONE_HOT);
    words.put("number", Classes.NUMBER);
    return words;
  }

  /** What takes the complaints about cells. */
  interface Objections {
    void complain(CsvText.Cell cell, String message);
  }

  /** The numbers of every row, {@code [number][row]}; of wrong cells they are 0. */
  double[][] numbers(List<List<CsvText.Cell>> rows, Objections objections) {
    List<CsvText.Cell> cells = rows.stream().map(row -> row.get(index)).toList();
    return classes == Classes.NONE ? plain(cells, objections) : classes(cells, objections);
  }

  private double[][] plain(List<CsvText.Cell> cells, Objections objections) {
    double[][] numbers = new double[1][cells.size()];
    boolean words = cells.stream().noneMatch(cell -> Numbers.finite(cell.text()).isPresent());
    for (int row = 0; row < cells.size(); row++) {
      CsvText.Cell cell = cells.get(row);
      Optional<Double> number = Numbers.finite(cell.text());
      if (number.isEmpty() && !isMissing(cell, objections)) {
        objections.complain(
            cell, "not a finite number" + inColumn(cell) + hint(cell.text(), words));
      }
      numbers[0][row] = number.orElse(0.0);
    }
    return numbers;
  }

  private double[][] classes(List<CsvText.Cell> cells, Objections objections) {
    TreeSet<String> names = new TreeSet<>();
    for (CsvText.Cell cell : cells) {
      if (!isMissing(cell, objections)) {
        names.add(cell.text());
      }
    }
    if (names.size() < 2 || names.size() > MOST_CLASSES) {
      objections.complain(
          cells.get(0),
          "column \""
              + name
              + "\" has "
              + names.size()
              + (names.size() == 1 ? " class" : " classes")
              + ", but classes are 2 to "
              + MOST_CLASSES);
      return new double[1][cells.size()];
    }
    List<String> order = List.copyOf(names);
    Map<String, Integer> places = new LinkedHashMap<>();
    order.forEach(word -> places.put(word, places.size()));
    double[][] numbers = new double[classes == Classes.ONE_HOT ? order.size() : 1][cells.size()];
    for (int row = 0; row < cells.size(); row++) {
      int place = places.getOrDefault(cells.get(row).text(), 0);
      numbers[numbers.length > 1 ? place : 0][row] = numbers.length > 1 ? 1 : place;
    }
    return numbers;
  }

  private boolean isMissing(CsvText.Cell cell, Objections objections) {
    if (!MISSING.contains(cell.text().toLowerCase(Locale.ROOT))) {
      return false;
    }
    objections.complain(
        cell,
        (classes == Classes.NONE ? "a number" : "a class")
            + " is missing"
            + (cell.text().isEmpty() ? " in column \"" + name + '"' : inColumn(cell))
            + "; leave the row out or fill the cell");
    return true;
  }

  private String inColumn(CsvText.Cell cell) {
    return " in column \"" + name + "\": \"" + cell.text() + '"';
  }

  private String hint(String text, boolean words) {
    if (text.matches("[-+]?\\d+,\\d+")) {
      return "; decimals have a point";
    }
    return words ? "; for classes write {column: " + name + ", classes: one-hot}" : "";
  }
}
