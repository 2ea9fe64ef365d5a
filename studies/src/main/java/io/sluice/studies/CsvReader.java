package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.text.NearestWord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the data of a problem from a CSV file: UTF-8, commas, a header row. Every cell of the
 * chosen columns must be a finite number.
 */
final class CsvReader {

  private final Field problem;
  private final Field file;
  private boolean right = true;

  private CsvReader(Field problem, Field file) {
    this.problem = problem;
    this.file = file;
  }

  /** The data of a problem that has the key {@code csv}. */
  static Optional<Dataset> read(Field problem) {
    Field file = problem.child("csv").orElseThrow();
    return new CsvReader(problem, file).read();
  }

  private Optional<Dataset> read() {
    Optional<Field> inputs = problem.required("inputs", "inputs: [x1, x2]");
    Optional<Field> outputs = problem.required("outputs", "outputs: [y]");
    Optional<List<List<CsvText.Cell>>> table = text().flatMap(this::table);
    if (inputs.isEmpty() || outputs.isEmpty() || table.isEmpty()) {
      return Optional.empty();
    }
    List<CsvText.Cell> header = table.get().get(0);
    int[] inputColumns = columns(inputs.get(), header);
    int[] outputColumns = columns(outputs.get(), header);
    if (!right) {
      return Optional.empty();
    }
    List<List<CsvText.Cell>> rows = table.get().subList(1, table.get().size());
    double[][] x = new double[rows.size()][];
    double[][] y = new double[rows.size()][];
    for (int row = 0; row < x.length; row++) {
      if (rows.get(row).size() != header.size()) {
        complain(
            rows.get(row).get(0),
            "this row has " + rows.get(row).size() + " cells, but the header " + header.size());
        continue;
      }
      x[row] = numbers(rows.get(row), inputColumns, header);
      y[row] = numbers(rows.get(row), outputColumns, header);
    }
    return right ? problem.make(() -> Dataset.of(x, y)) : Optional.empty();
  }

  private Optional<String> text() {
    Optional<String> name = file.text("the name of a file such as data.csv");
    Path directory = problem.reading().baseDirectory();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (directory == null) {
      file.complain(
          "files cannot be read here: give the data inline, x: [[0, 0], [0, 1]] and y: [[0], [1]]");
      return Optional.empty();
    }
    try {
      Path path = directory.resolve(name.get());
      if (!Files.isRegularFile(path)) {
        file.complain("there is no file \"" + name.get() + "\" in " + directory);
      } else if (Files.size(path) > TreeReader.LONGEST_TEXT) {
        file.complain(
            name.get()
                + " is too long: at most "
                + TreeReader.LONGEST_TEXT
                + " bytes, not "
                + Files.size(path));
      } else {
        String text = Files.readString(path);
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
      }
    } catch (InvalidPathException noPath) {
      file.complain("\"csv\" must be the name of a file, not " + file.node().describe());
    } catch (CharacterCodingException notUtf8) {
      file.complain(name.get() + " is not UTF-8 text");
    } catch (IOException unreadable) {
      file.complain("cannot read " + name.get() + ": " + unreadable.getMessage());
    }
    return Optional.empty();
  }

  private Optional<List<List<CsvText.Cell>>> table(String text) {
    try {
      List<List<CsvText.Cell>> table = CsvText.rows(text);
      if (table.size() < 2) {
        file.complain(file.scalar() + " needs a header row and at least one row of numbers");
        return Optional.empty();
      }
      return Optional.of(table);
    } catch (CsvText.Malformed malformed) {
      complain(new CsvText.Cell("", malformed.line(), malformed.column()), malformed.getMessage());
      return Optional.empty();
    }
  }

  private int[] columns(Field chosen, List<CsvText.Cell> header) {
    List<String> names =
        header.stream().map(CsvText.Cell::text).collect(Collectors.toUnmodifiableList());
    List<Integer> columns = new ArrayList<>();
    for (Field choice : chosen.someItems("[x1, x2]")) {
      int column = column(choice, names);
      if (column >= 0 && columns.contains(column)) {
        choice.complain('"' + choice.label() + "\" has column \"" + choice.scalar() + "\" twice");
        column = -1;
      }
      right &= column >= 0;
      columns.add(column);
    }
    right &= !columns.isEmpty();
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The index of a column chosen by name or by number, from 1 on; −1 if there is none. */
  private int column(Field choice, List<String> names) {
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
    boolean semicolons = names.size() == 1 && names.get(0).contains(";");
    choice.complain(
        file.scalar()
            + " has no column \""
            + name
            + '"'
            + (hint.isEmpty() ? "; its columns: " + String.join(", ", names) : hint)
            + (semicolons ? "; its cells must be separated by commas" : ""));
    return -1;
  }

  private double[] numbers(List<CsvText.Cell> row, int[] columns, List<CsvText.Cell> header) {
    double[] numbers = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      CsvText.Cell cell = row.get(columns[i]);
      Optional<Double> number = Numbers.finite(cell.text());
      if (number.isEmpty()) {
        String column = " in column \"" + header.get(columns[i]).text() + '"';
        complain(
            cell,
            cell.text().isEmpty()
                ? "a number is missing" + column
                : "not a finite number" + column + ": \"" + cell.text() + '"');
      }
      numbers[i] = number.orElse(0.0);
    }
    return numbers;
  }

  private void complain(CsvText.Cell cell, String message) {
    right = false;
    file.complain(new Location(file.scalar(), cell.line(), cell.column()), message);
  }
}
