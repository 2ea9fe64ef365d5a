package io.sluice.studies.results;

import io.sluice.engine.text.NearestWord;
import io.sluice.studies.CsvText;
import io.sluice.studies.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A table with a header line, whose cells know their place. */
final class Table {

  /** What stands for no number, in lower case. */
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "?");

  private static final String SEPARATORS = ",;\t|";

  private final String file;
  private final List<String> columns;
  private final Supplier<Source> sources;

  /** Gives rows one by one. */
  @FunctionalInterface
  interface Source {
    /** The next row; without cells if there is none. */
    List<CsvText.Cell> next();
  }

  /**
   * A table.
   *
   * @param sources gives its rows below the header from the first on, whenever it is asked
   */
  Table(String file, List<String> columns, Supplier<Source> sources) {
    this.file = file;
    this.columns = columns;
    this.sources = sources;
    if (sources.get().next().isEmpty()) {
      throw new ResultFormatException(file + " has no rows below its header");
    }
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
    char chosen = separator;
    List<String> names = names(next(new CsvText(text, separator, false), file), file);
    return new Table(
        file,
        names,
        () -> {
          CsvText rows = new CsvText(text, chosen, false);
          next(rows, file);
          return () -> next(rows, file);
        });
  }

  private static List<CsvText.Cell> next(CsvText rows, String file) {
    try {
      return rows.next();
    } catch (CsvText.Malformed malformed) {
      CsvText.Cell place = malformed.place();
      throw new ResultFormatException(
          new Location(file, place.line(), place.column()), malformed.getMessage());
    }
  }

  private Row row(List<CsvText.Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new ResultFormatException(
          new Location(file, cells.get(0).line(), cells.get(0).column()),
          "the row has "
              + cells.size()
              + (cells.size() == 1 ? " cell" : " cells")
              + ", but the header names "
              + columns.size()
              + " columns");
    }
    return new Row(cells);
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

  /** The rows in order, read anew; a long table is never held as a whole. */
  Stream<Row> rows() {
    Source source = sources.get();
    return Stream.generate(source::next).takeWhile(cells -> !cells.isEmpty()).map(this::row);
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
