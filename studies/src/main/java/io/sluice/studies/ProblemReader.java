package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a problem: a built-in one by its id, or data given inline or in a CSV file. */
final class ProblemReader {

  private static final String EXAMPLE =
      "xor, {id: single-example, x: 0.5}, {name: mine, csv: data.csv, inputs: [x1], outputs: [y]}"
          + " or {name: mine, x: [[0, 0], [0, 1]], y: [0, 1]}";
  private static final List<String> KINDS = List.of("id", "csv", "data-of", "x", "y");

  /** What keys of rows to validate with begin with. */
  private static final String VALIDATION = "validation-";

  private ProblemReader() {}

  /** The problem, once for each way its data are scaled; none if something is wrong with it. */
  static List<ProblemSpec> read(Field field) {
    if (field.has("id")) {
      return builtIn(field);
    }
    if (field.has("csv")) {
      List<String> keys =
          new ArrayList<>(List.of("name", "csv", "validation-csv", "inputs", "outputs"));
      keys.addAll(CsvLayout.KEYS);
      field.allowOnly(allowed(field, keys));
      Optional<CsvReader.Table> table = CsvReader.read(field, "csv", Map.of());
      return named(
          field,
          table.isPresent() && field.has("validation-csv")
              ? CsvReader.read(field, "validation-csv", table.get().words())
                  .map(table.get()::validated)
              : table);
    }
    if (field.has("data-of")) {
      field.allowOnly(allowed(field, List.of("name", "data-of")));
      return named(field, shared(field));
    }
    if (field.has("x") || field.has("y")) {
      field.allowOnly(allowed(field, List.of("name", "x", "y", "validation-x", "validation-y")));
      Optional<CsvReader.Table> table = inline(field, "");
      return named(
          field,
          table.isPresent() && (field.has(VALIDATION + "x") || field.has(VALIDATION + "y"))
              ? inline(field, VALIDATION).map(table.get()::validated)
              : table);
    }
    if (field.isMapping()) {
      String hint =
          field.keys().stream()
              .filter(key -> !key.equals("name"))
              .map(key -> NearestWord.hint(key, KINDS))
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
      field.complain(
          "a problem needs the key \"id\", or \"csv\", or \"x\" and \"y\"" + hint + ": " + EXAMPLE);
      return List.of();
    }
    return ComponentReader.read(field, "a problem", EXAMPLE).stream()
        .<ProblemSpec>map(component -> new ProblemSpec.BuiltIn("", component))
        .toList();
  }

  private static List<ProblemSpec> builtIn(Field field) {
    if (field.has("csv")) {
      field.complain("a problem has either \"id\" or \"csv\", not both");
    }
    String name = field.child("name").flatMap(ProblemReader::name).orElse("");
    List<Preparation> preparations = PreparationReader.read(field, Optional.empty());
    return ComponentReader.named(field, allowed(field, List.of("id", "name", "csv"))).stream()
        .flatMap(
            component ->
                preparations.stream()
                    .<ProblemSpec>map(each -> new ProblemSpec.BuiltIn(name, component, each)))
        .toList();
  }

  /** With the keys that say what is done to the data. */
  private static List<String> allowed(Field field, List<String> keys) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(PreparationReader.KEYS);
    if (PreparationReader.isNoise(field)) {
      all.add("noise");
    }
    return all;
  }

  private static List<ProblemSpec> named(Field field, Optional<CsvReader.Table> table) {
    Optional<String> name = field.required("name", "name: my-data").flatMap(ProblemReader::name);
    if (name.isEmpty() || table.isEmpty()) {
      return List.of();
    }
    List<Preparation> preparations = PreparationReader.read(field, table);
    CsvReader.Table found = table.get();
    field.reading().files().named().putIfAbsent(name.get(), found);
    List<ProblemSpec> problems = new ArrayList<>();
    for (Preparation each : preparations) {
      field
          .child(VALIDATION + "x")
          .orElse(field)
          .make(
              () ->
                  new ProblemSpec.Data(
                      name.get(), found.data(), found.validation(), each, found.remarks()))
          .ifPresent(problems::add);
    }
    return problems;
  }

  /** The data of a problem before this one. */
  private static Optional<CsvReader.Table> shared(Field field) {
    Field other = field.child("data-of").orElseThrow();
    Map<String, CsvReader.Table> known = field.reading().files().named();
    Optional<CsvReader.Table> data = other.text("the name of a problem").map(known::get);
    if (data.isEmpty() && other.scalar() != null) {
      other.complain(
          "no problem before this one has data and the name "
              + other.node().describe()
              + NearestWord.hint(other.scalar(), known.keySet()));
    }
    return data.map(CsvReader.Table::shared);
  }

  private static Optional<String> name(Field field) {
    return field.text("a text such as my-data");
  }

  private static Optional<CsvReader.Table> inline(Field field, String prefix) {
    String keyOfX = prefix + "x";
    String keyOfY = prefix + "y";
    Optional<double[][]> x =
        field.required(keyOfX, keyOfX + ": [[0, 0], [0, 1]]").flatMap(ProblemReader::rows);
    Optional<double[][]> y =
        field.required(keyOfY, keyOfY + ": [[0], [1]]").flatMap(ProblemReader::rows);
    if (x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    if (x.get().length != y.get().length) {
      field
          .child(keyOfY)
          .orElseThrow()
          .complain(
              '"'
                  + keyOfY
                  + "\" needs as many rows as \""
                  + keyOfX
                  + "\", "
                  + x.get().length
                  + ", but has "
                  + y.get().length);
      return Optional.empty();
    }
    return field
        .make(() -> Dataset.of(x.get(), y.get()))
        .map(
            data ->
                CsvReader.Table.of(
                    data,
                    SameColumns.remarks(
                        data,
                        numbered("input", data.inputs()),
                        numbered("output", data.outputs()))));
  }

  private static List<String> numbered(String word, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> word + " " + i).toList();
  }

  /** Rows of numbers; a number alone is a row of one. Works on nodes, for there may be many. */
  private static Optional<double[][]> rows(Field field) {
    List<Node> rows =
        field.isSequence() ? ((Node.Sequence) field.node()).items() : List.of(field.node());
    if (rows.isEmpty()) {
      field.complain('"' + field.label() + "\" needs at least one row, such as [[0, 1]]");
      return Optional.empty();
    }
    List<double[]> numbers = new ArrayList<>(rows.size());
    boolean right = true;
    for (Node row : rows) {
      List<Node> cells =
          row instanceof Node.Sequence ? ((Node.Sequence) row).items() : List.of(row);
      double[] values =
          cells instanceof NumberRow ? ((NumberRow) cells).numbers() : new double[cells.size()];
      for (int i = 0; i < values.length && !(cells instanceof NumberRow); i++) {
        right &= cell(field, cells.get(i), values, i);
      }
      if (values.length == 0 || (!numbers.isEmpty() && values.length != numbers.get(0).length)) {
        field.complain(
            row.location(),
            "row "
                + (numbers.size() + 1)
                + " of \""
                + field.label()
                + "\" has "
                + values.length
                + " numbers"
                + (numbers.isEmpty() ? "" : ", but the first row has " + numbers.get(0).length));
        right = false;
      }
      numbers.add(values);
    }
    return right ? Optional.of(numbers.toArray(new double[0][])) : Optional.empty();
  }

  private static boolean cell(Field field, Node cell, double[] values, int i) {
    Optional<Double> number =
        cell instanceof Node.Scalar
            ? Numbers.finite(((Node.Scalar) cell).text())
            : Optional.empty();
    if (number.isEmpty()) {
      field.complain(
          cell.location(),
          '"' + field.label() + "\" holds finite numbers such as 0.5, not " + cell.describe());
      return false;
    }
    values[i] = number.get();
    return true;
  }
}
