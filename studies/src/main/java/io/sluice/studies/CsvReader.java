package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the data of a problem from a CSV file: UTF-8, commas or another separator, a header row.
 * Every cell of the chosen columns must be a finite number, or a word if the column has classes.
 */
final class CsvReader {

  /** More would not fit into a study, which needs two characters for each. */
  private static final int MOST_NUMBERS = TreeReader.LONGEST_TEXT / 2;

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
    CsvHeader columns = CsvHeader.of(file.scalar(), header);
    Optional<List<CsvColumn>> inputColumns = columns.choose(inputs.get());
    Optional<List<CsvColumn>> outputColumns = columns.choose(outputs.get());
    if (inputColumns.isEmpty() || outputColumns.isEmpty()) {
      return Optional.empty();
    }
    List<List<CsvText.Cell>> rows = new ArrayList<>();
    for (List<CsvText.Cell> row : table.get().subList(1, table.get().size())) {
      if (row.size() == header.size()) {
        rows.add(row);
      } else {
        complain(
            row.get(0), "this row has " + row.size() + " cells, but the header " + header.size());
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double[][] x = numbers(rows, inputColumns.get());
    double[][] y = numbers(rows, outputColumns.get());
    return right ? problem.make(() -> Dataset.of(x, y)) : Optional.empty();
  }

  /** The numbers of some columns side by side, {@code [row][number]}. */
  private double[][] numbers(List<List<CsvText.Cell>> rows, List<CsvColumn> columns) {
    List<double[]> all = new ArrayList<>();
    for (CsvColumn column : columns) {
      all.addAll(List.of(column.numbers(rows, this::complain)));
      if ((long) all.size() * rows.size() > MOST_NUMBERS) {
        file.complain("too much data: more than " + MOST_NUMBERS + " numbers");
        right = false;
        break;
      }
    }
    double[][] numbers = new double[rows.size()][all.size()];
    for (int row = 0; row < numbers.length; row++) {
      for (int i = 0; i < numbers[row].length; i++) {
        numbers[row][i] = all.get(i)[row];
      }
    }
    return numbers;
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

  private char separator() {
    Optional<Field> field = problem.child("separator");
    String text = field.map(Field::scalar).orElse(",");
    Optional<Character> separator = CsvText.separator(text);
    if (separator.isEmpty()) {
      field.orElseThrow().expected(CsvText.SEPARATORS);
      right = false;
    }
    return separator.orElse(',');
  }

  private Optional<List<List<CsvText.Cell>>> table(String text) {
    try {
      List<List<CsvText.Cell>> table = CsvText.rows(text, separator());
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

  private void complain(CsvText.Cell cell, String message) {
    right = false;
    file.complain(new Location(file.scalar(), cell.line(), cell.column()), message);
  }
}
