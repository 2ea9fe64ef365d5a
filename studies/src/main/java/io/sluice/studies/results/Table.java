package io.sluice.studies.results;

import io.sluice.engine.text.NearestWord;
import io.sluice.studies.CsvText;
import io.sluice.studies.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table with a header line, whose cells know their place. */
final class Table {

  /** What stands for no number, in lower case. */
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "?");

  private static final String SEPARATORS = ",;\t|";

  private final String file;
  private final List<String> columns;
  private final List<List<CsvText.Cell>> rows;

  Table(String file, List<String> columns, List<List<CsvText.Cell>> rows) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
  }

  /** A row of it. */
  final class Row {
    private final List<CsvText.Cell> cells;

    private Row(List<CsvText.Cell> cells) {
      this.cells = cells;
    }

    /** The text in a column. */
    String text(String column) {
      return cells.get(columns.indexOf(column)).text();
    }

    /** The number in a column; NaN where there is none. */
    double number(String column) {
      String text = text(column);
      return Numeral.of(text, MISSING)
          .orElseThrow(
              () -> wrong(column, '"' + text + "\" is no number, in the column \"" + column + '"'));
    }

    /** What is wrong with a cell. */
    ResultFormatException wrong(String column, String message) {
      CsvText.Cell cell = cells.get(columns.indexOf(column));
      return new ResultFormatException(new Location(file, cell.line(), cell.column()), message);
    }

    int line() {
      return cells.get(0).line();
    }
  }

  /** The table in a text; its cells are separated by what its first line has most of. */
  static Table read(String text, String file) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char separator = ',';
    for (char candidate : SEPARATORS.toCharArray()) {
      if (count(first, candidate) > count(first, separator)) {
        separator = candidate;
      }
    }
    CsvText rows = new CsvText(text, separator, false);
    List<String> names = List.of();
    List<List<CsvText.Cell>> cells = new ArrayList<>();
    try {
      for (List<CsvText.Cell> row = rows.next(); !row.isEmpty(); row = rows.next()) {
        if (names.isEmpty()) {
          names = names(row, file);
          continue;
        }
        if (row.size() != names.size()) {
          throw new ResultFormatException(
              new Location(file, row.get(0).line(), row.get(0).column()),
              "the row has "
                  + row.size()
                  + (row.size() == 1 ? " cell" : " cells")
                  + ", but the header names "
                  + names.size()
                  + " columns");
        }
        cells.add(row);
      }
    } catch (CsvText.Malformed malformed) {
      CsvText.Cell place = malformed.place();
      throw new ResultFormatException(
          new Location(file, place.line(), place.column()), malformed.getMessage());
    }
    if (cells.isEmpty()) {
      throw new ResultFormatException(file + " has no rows below its header");
    }
    return new Table(file, names, cells);
  }

  private static List<String> names(List<CsvText.Cell> row, String file) {
    List<String> names = new ArrayList<>();
    for (CsvText.Cell cell : row) {
      if (names.contains(cell.text())) {
        throw new ResultFormatException(
            new Location(file, cell.line(), cell.column()),
            "two columns are called \"" + cell.text() + '"');
      }
      names.add(cell.text());
    }
    return names;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }

  String file() {
    return file;
  }

  List<String> columns() {
    return columns;
  }

  boolean has(String... names) {
    return columns.containsAll(List.of(names));
  }

  List<Row> rows() {
    return rows.stream().map(Row::new).toList();
  }

  /** The column that an option names. */
  String column(String option, String name) {
    if (columns.contains(name)) {
      return name;
    }
    throw new ResultFormatException(
        new Location(file, 1, 1),
        option
            + ": no column \""
            + name
            + '"'
            + NearestWord.hint(name, columns)
            + "; there are "
            + String.join(", ", columns));
  }

  /** The columns with one of these names, in the order of the names; words may be joined anyhow. */
  List<String> named(List<String> names) {
    return names.stream()
        .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
        .distinct()
        .toList();
  }

  /** The name in lower case, its words joined by hyphens. */
  static String plain(String column) {
    return column.strip().toLowerCase(Locale.ROOT).replaceAll("[ _.-]+", "-");
  }
}
