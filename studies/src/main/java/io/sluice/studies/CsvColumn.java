package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column of a CSV file that was chosen: its numbers, or its classes as numbers. Classes are
 * counted in the order of their characters, which for words is the alphabetical one. It takes the
 * cells one after the other and keeps numbers only.
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

  /** What takes the complaints about cells. */
  interface Objections {
    void complain(CsvText.Cell cell, String message);
  }

  /** More classes are no classes. */
  private static final int MOST_CLASSES = 1000;

  private final int index;
  private final String label;
  private final Classes classes;
  private final Map<String, Integer> places = new TreeMap<>();
  private final List<CsvText.Cell> wrong = new ArrayList<>();
  private CsvText.Cell first;
  private double[] numbers = new double[16];
  private int rows;
  private boolean anyNumber;
  private boolean closed;
  private int unlisted;

  CsvColumn(int index, String label, Classes classes) {
    this.index = index;
    this.label = label;
    this.classes = classes;
  }

  int index() {
    return index;
  }

  /** What a study calls it. */
  String label() {
    return label;
  }

  /** The classes, in order; none if there are only numbers. */
  List<String> classWords() {
    return classes == Classes.NONE ? List.of() : List.copyOf(places.keySet());
  }

  /** These classes are all there are, in their order; none to take those that come. */
  void expect(List<String> words) {
    for (String word : words) {
      places.put(word, places.size());
    }
    closed = !words.isEmpty();
  }

  /** The words for classes in a study. */
  static Map<String, Classes> words() {
    Map<String, Classes> words = new LinkedHashMap<>();
    words.put("one-hot", Classes.ONE_HOT);
    words.put("number", Classes.NUMBER);
    return words;
  }

  /** What a cell that should not be missing holds. */
  String holds() {
    return classes == Classes.NONE ? "a number" : "a class";
  }

  /** Takes the next cell; one that is missing counts as 0. */
  void add(CsvText.Cell cell, CsvLayout layout) {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, rows + rows / 2);
    }
    first = rows == 0 ? cell : first;
    double number = 0;
    if (!CsvLayout.isMissing(cell.text())) {
      number = classes == Classes.NONE ? number(cell, layout) : place(cell);
    }
    numbers[rows++] = number;
  }

  private double number(CsvText.Cell cell, CsvLayout layout) {
    double number = layout.number(cell.text());
    if (!Double.isNaN(number)) {
      anyNumber = true;
      return number;
    }
    refuse(cell);
    return 0;
  }

  private void refuse(CsvText.Cell cell) {
    if (wrong.size() < Complaints.MOST) {
      wrong.add(cell);
    } else {
      unlisted++;
    }
  }

  /** The so-manieth class to appear, from 0 on. */
  private int place(CsvText.Cell cell) {
    String word = cell.text();
    Integer place = places.get(word);
    if (place == null && closed) {
      refuse(cell);
      return 0;
    }
    if (place == null && places.size() <= MOST_CLASSES) {
      place = places.size();
      places.put(word, place);
    }
    return place == null ? 0 : place;
  }

  /** Ends the column: says what is wrong with it, and counts the classes in their order. */
  void end(CsvLayout layout, Objections objections, Complaints complaints) {
    for (CsvText.Cell cell : wrong) {
      if (closed) {
        String word = Node.shown(cell.text());
        objections.complain(
            cell,
            label
                + " has no class \""
                + word
                + "\" in the rows to train with"
                + NearestWord.hint(word, places.keySet()));
        continue;
      }
      objections.complain(
          cell,
          "not a finite number in "
              + label
              + ": \""
              + Node.shown(cell.text())
              + '"'
              + (anyNumber || !layout.advice(cell.text()).isEmpty()
                  ? layout.advice(cell.text())
                  : "; for classes write {column: " + reference() + ", classes: one-hot}"));
    }
    complaints.leaveOut(unlisted);
    if (classes == Classes.NONE || rows == 0 || closed) {
      return;
    }
    if (places.size() < 2 || places.size() > MOST_CLASSES) {
      objections.complain(
          first,
          label
              + " has "
              + (places.size() > MOST_CLASSES ? "more than " + MOST_CLASSES : places.size())
              + (places.size() == 1 ? " class" : " classes")
              + ", but classes are 2 to "
              + MOST_CLASSES);
    }
    int[] order = new int[Math.max(1, places.size())];
    int next = 0;
    for (int place : places.values()) {
      order[place] = next++;
    }
    for (int row = 0; row < rows; row++) {
      numbers[row] = order[(int) numbers[row]];
    }
  }

  private String reference() {
    return label.startsWith("column \"")
        ? label.substring("column \"".length(), label.length() - 1)
        : String.valueOf(index + 1);
  }

  /** How many numbers a row has. */
  int width() {
    return classes == Classes.ONE_HOT ? places.size() : 1;
  }

  /** A number of a row. */
  double at(int row, int number) {
    return classes != Classes.ONE_HOT ? numbers[row] : numbers[row] == number ? 1 : 0;
  }
}
