package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of the columns of a CSV file, by which a study chooses some of them.
 *
 * @param file what complaints call the file
 */
record CsvHeader(String file, List<String> names) {

  private static final String CLASSES = "{column: species, classes: one-hot}";

  static CsvHeader of(String file, List<CsvText.Cell> cells) {
    return new CsvHeader(file, cells.stream().map(CsvText.Cell::text).toList());
  }

  /** The columns that are named, unless one is wrong. */
  Optional<List<CsvColumn>> choose(Field chosen) {
    List<CsvColumn> columns = new ArrayList<>();
    boolean right = true;
    for (Field choice : chosen.someItems("[x1, x2]")) {
      Optional<CsvColumn> column = column(choice);
      if (column.isPresent()
          && columns.stream().anyMatch(other -> other.index() == column.get().index())) {
        choice.complain(
            '"'
                + chosen.label()
                + "\" has column \""
                + names.get(column.get().index())
                + "\" twice");
        right = false;
      }
      right &= column.isPresent();
      column.ifPresent(columns::add);
    }
    return right && !columns.isEmpty() ? Optional.of(columns) : Optional.empty();
  }

  /** A column by name or number, or {@code {column: species, classes: one-hot}}. */
  private Optional<CsvColumn> column(Field choice) {
    Field name = choice;
    Optional<CsvColumn.Classes> classes = Optional.of(CsvColumn.Classes.NONE);
    if (choice.isMapping()) {
      choice.allowOnly(List.of("column", "classes"));
      name = choice.required("column", CLASSES).orElse(null);
      classes = choice.required("classes", CLASSES).flatMap(word -> word.oneOf(CsvColumn.words()));
    }
    int index = name == null ? -1 : index(name);
    return index < 0
        ? Optional.empty()
        : classes.map(kind -> new CsvColumn(index, names.get(index), kind));
  }

  /** The index of a column chosen by name or by number, from 1 on; −1 if there is none. */
  private int index(Field choice) {
    String name = choice.scalar();
    if (name == null) {
      choice.expected("the names of columns such as x1, or their numbers");
      return -1;
    }
    if (names.indexOf(name) != names.lastIndexOf(name)) {
      choice.complain("several columns are called \"" + name + "\": choose by number");
      return -1;
    }
    if (names.contains(name)) {
      return names.indexOf(name);
    }
    Optional<Long> number = Numbers.whole(name);
    if (number.isPresent() && number.get() >= 1 && number.get() <= names.size()) {
      return number.get().intValue() - 1;
    }
    String hint = NearestWord.hint(name, names);
    String separator = names.size() == 1 ? CsvText.separatorIn(names.get(0)) : "";
    choice.complain(
        file
            + " has no column \""
            + name
            + '"'
            + (hint.isEmpty() ? "; its columns: " + String.join(", ", names) : hint)
            + (separator.isEmpty()
                ? ""
                : "; if its cells are separated otherwise, add separator: " + separator));
    return -1;
  }
}
