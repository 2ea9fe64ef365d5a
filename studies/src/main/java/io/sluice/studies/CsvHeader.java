package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a CSV file, of which a study chooses some: by name, by number from 1 on, {@code
 * all}, {@code all but label}, from one to another {@code 2..7}, {@code a..d}.
 *
 * @param file what complaints call the file
 * @param names those of the columns; empty where they have none
 * @param columns how many there are
 */
record CsvHeader(String file, List<String> names, int columns) {

  private static final String ALL = "all";
  private static final Pattern ALL_BUT = Pattern.compile("all\\s+but\\s+(.+)", Pattern.DOTALL);
  private static final Pattern RANGE = Pattern.compile("(.*?)\\s*\\.\\.\\s*(.*)", Pattern.DOTALL);
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*|\\s+and\\s+");
  private static final List<String> REFERENCES = List.of("column", "name", "position");
  private static final List<String> KEYS = List.of("column", "name", "position", "classes");
  private static final String CLASSES = "{column: species, classes: one-hot}";
  private static final int MOST_SHOWN = 12;

  /** What a study calls a column, for complaints. */
  String label(int index) {
    return names.isEmpty() ? "column " + (index + 1) : "column \"" + names.get(index) + '"';
  }

  /** The columns that are named, unless one is wrong. A column chosen before is taken again. */
  Optional<List<CsvColumn>> choose(Field chosen, Map<String, CsvColumn> before) {
    Map<Integer, CsvColumn> columns = new TreeMap<>();
    List<CsvColumn> order = new ArrayList<>();
    boolean right = true;
    for (Field choice : chosen.someItems("[x1, x2]")) {
      Field name = choice;
      Optional<CsvColumn.Classes> classes = Optional.of(CsvColumn.Classes.NONE);
      Optional<List<Integer>> indexes;
      if (choice.isMapping()) {
        classes = classes(choice);
        indexes = indexesOfMapping(choice);
      } else {
        indexes = indexes(name);
      }
      right &= indexes.isPresent() && classes.isPresent();
      for (int index : indexes.orElse(List.of())) {
        CsvColumn.Classes kind = classes.orElse(CsvColumn.Classes.NONE);
        CsvColumn column =
            before.computeIfAbsent(
                index + " " + kind, key -> new CsvColumn(index, label(index), kind));
        if (columns.putIfAbsent(index, column) != null) {
          choice.complain('"' + chosen.label() + "\" has " + label(index) + " twice");
          right = false;
        }
        order.add(column);
      }
    }
    return right && !order.isEmpty() ? Optional.of(order) : Optional.empty();
  }

  private Optional<CsvColumn.Classes> classes(Field choice) {
    choice.allowOnly(KEYS);
    boolean apart = choice.has("name") || choice.has("position");
    return apart && !choice.has("classes")
        ? Optional.of(CsvColumn.Classes.NONE)
        : choice.required("classes", CLASSES).flatMap(word -> word.oneOf(CsvColumn.words()));
  }

  /** {@code {column: species, classes: one-hot}}, or a name or a number and nothing else. */
  private Optional<List<Integer>> indexesOfMapping(Field choice) {
    List<String> given = REFERENCES.stream().filter(choice::has).toList();
    if (given.size() > 1) {
      choice.complain(
          "a column is chosen by \""
              + given.get(0)
              + "\" or by \""
              + given.get(1)
              + "\", not both");
      return Optional.empty();
    }
    if (choice.has("position")) {
      return choice
          .child("position")
          .flatMap(field -> field.whole(1, columns, "1"))
          .map(position -> List.of(position.intValue() - 1));
    }
    if (choice.has("name")) {
      Field name = choice.child("name").orElseThrow();
      int index = names.indexOf(name.scalar());
      if (index < 0) {
        name.complain(unknown(name.scalar() == null ? "" : name.scalar()));
      }
      return index < 0 ? Optional.empty() : Optional.of(List.of(index));
    }
    return choice.required("column", CLASSES).flatMap(this::indexes);
  }

  private Optional<List<Integer>> indexes(Field choice) {
    String text = choice.scalar();
    if (text == null || text.isBlank()) {
      choice.expected("the names of columns such as x1, or their numbers");
      return Optional.empty();
    }
    try {
      return Optional.of(several(text));
    } catch (Unclear unclear) {
      choice.complain(unclear.getMessage());
      return Optional.empty();
    }
  }

  /** A text cannot be read as columns. */
  private static final class Unclear extends Exception {
    private static final long serialVersionUID = 1;

    Unclear(String message) {
      super(message);
    }
  }

  /** The columns of a text; a name that is spelled exactly so comes first. */
  private List<Integer> several(String text) throws Unclear {
    if (text.equals(ALL)) {
      if (names.contains(ALL)) {
        throw new Unclear(
            "\"all\" is the name of column "
                + (names.indexOf(ALL) + 1)
                + " and means every column: write {name: all} or 1.."
                + columns);
      }
      return range(0, columns - 1);
    }
    if (names.contains(text)) {
      return List.of(single(text));
    }
    Matcher but = ALL_BUT.matcher(text);
    if (but.matches()) {
      return allBut(but.group(1).strip());
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      if (range.group(1).isEmpty() || range.group(2).isEmpty()) {
        throw new Unclear("a range of columns has two ends such as 2..7 or a..d, not " + text);
      }
      int from = single(range.group(1));
      int to = single(range.group(2));
      if (from > to) {
        throw new Unclear(
            "the range "
                + text
                + " ends before it begins: column "
                + (to + 1)
                + " is before column "
                + (from + 1));
      }
      return range(from, to);
    }
    return List.of(single(text));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private List<Integer> allBut(String text) throws Unclear {
    Set<Integer> left = new LinkedHashSet<>(range(0, columns - 1));
    if (names.contains(text)) {
      left.remove(single(text));
    } else {
      for (String part : BETWEEN.split(text)) {
        several(part).forEach(left::remove);
      }
    }
    if (left.isEmpty()) {
      throw new Unclear("\"all but " + text + "\" leaves no column");
    }
    return List.copyOf(left);
  }

  /** A column by its name or its number. */
  private int single(String text) throws Unclear {
    Optional<Long> whole = Numbers.whole(text);
    int number =
        whole.isPresent() && whole.get() >= 1 && whole.get() <= columns
            ? whole.get().intValue() - 1
            : -1;
    int named = names.indexOf(text);
    if (named != names.lastIndexOf(text)) {
      throw new Unclear(
          "several columns are called \""
              + text
              + "\": choose by number"
              + (number < 0 ? "" : ", such as {position: " + (named + 1) + "}"));
    }
    if (named >= 0 && number >= 0 && named != number) {
      throw new Unclear(
          "\""
              + text
              + "\" is the name of column "
              + (named + 1)
              + " and the number of "
              + label(number)
              + ": write {name: "
              + text
              + "} or {position: "
              + text
              + "}");
    }
    if (named < 0 && number < 0) {
      throw new Unclear(unknown(text));
    }
    return named >= 0 ? named : number;
  }

  private String unknown(String text) {
    if (names.isEmpty()) {
      return Numbers.whole(text).isPresent()
          ? file + " has no column " + text + ": they are 1 to " + columns
          : "the columns of "
              + file
              + " have no names: choose 1 to "
              + columns
              + ", not \""
              + text
              + '"';
    }
    String hint = NearestWord.hint(text, names);
    String separator = names.size() == 1 ? CsvText.separatorIn(names.get(0)) : "";
    return file
        + " has no column \""
        + text
        + '"'
        + (hint.isEmpty() ? "; its columns: " + shown() : hint)
        + (separator.isEmpty()
            ? ""
            : "; if its cells are separated otherwise, add separator: " + separator);
  }

  private String shown() {
    return names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
        + (columns > MOST_SHOWN ? " and " + (columns - MOST_SHOWN) + " more" : "");
  }
}
