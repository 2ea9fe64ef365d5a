package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The keys of a problem: a built-in one by its id, or data given inline or in a CSV file. */
final class ProblemKeys {

  private static final String EXAMPLE =
      "xor, {id: single-example, x: 0.5}, {name: mine, csv: data.csv, inputs: [x1], outputs: [y]}"
          + " or {name: mine, x: [[0, 0], [0, 1]], y: [0, 1]}";

  private static final Codec<String> NAME_TEXT = Codec.text("a text such as my-data");

  private static final Key<ProblemSpec, String> NAME =
      key("name", "its name in the results; data of your own need one")
          .leftOut("the id, with what varies")
          .quiet()
          .preset(NAME_TEXT, ProblemSpec::name, "");

  private static final Key<ProblemSpec, String> NAME_OF_DATA =
      key("name", "").like("name: my-data").needed(NAME_TEXT, ProblemSpec::name);

  private static final Key<ProblemSpec, Optional<ComponentSpec>> ID =
      key("id", "a built-in problem; its hyper-parameters are further keys")
          .leftOut("data of your own")
          .optional(ComponentKeys.codec("a problem", EXAMPLE), problem -> Optional.empty());

  private static final Key<ProblemSpec, List<double[]>> X = rows("x", RowsCodec::inputs, false);
  private static final Key<ProblemSpec, List<double[]>> Y = rows("y", RowsCodec::outputs, false);
  private static final Key<ProblemSpec, List<double[]>> VALIDATION_X =
      rows("validation-x", RowsCodec::inputs, true);
  private static final Key<ProblemSpec, List<double[]>> VALIDATION_Y =
      rows("validation-y", RowsCodec::outputs, true);

  private static final Key<ProblemSpec, Optional<Field>> CSV =
      key("csv", "the file that has the data, [see below](#csv-files)")
          .like("csv: data.csv")
          .leftOut("no file")
          .optional(Codec.readOnly("a file", Optional::of), problem -> Optional.empty());

  private static final Key<ProblemSpec, Optional<Field>> VALIDATION_CSV =
      key("validation-csv", "the file that has [rows to validate with](#rows-to-validate-with)")
          .leftOut("no file")
          .optional(Codec.readOnly("a file", Optional::of), problem -> Optional.empty());

  static final Key<ProblemSpec, Field> INPUTS = columns("inputs", "inputs: [x1, x2]");
  static final Key<ProblemSpec, Field> OUTPUTS = columns("outputs", "outputs: [y]");

  private static final Key<ProblemSpec, Optional<CsvReader.Table>> DATA_OF =
      key("data-of", "the problem before this one that has the same data")
          .leftOut("data of its own")
          .optional(
              Codec.readOnly("the name of a problem", ProblemKeys::shared),
              problem -> Optional.empty());

  /** All keys but those of CSV files. */
  static final Section<ProblemSpec> KEYS =
      Section.of(
              NAME,
              ID,
              X,
              Y,
              VALIDATION_X,
              VALIDATION_Y,
              CSV,
              VALIDATION_CSV,
              INPUTS,
              OUTPUTS,
              DATA_OF)
          .and(PreparationKeys.KEYS.of(ProblemSpec::preparation));

  static final Codec<List<ProblemSpec>> PROBLEMS =
      new Codec<>(
          "an id, keys and values, or a list", ProblemKeys::readAll, ProblemKeys::writtenAll);

  private ProblemKeys() {}

  private static Key<ProblemSpec, List<double[]>> rows(
      String name, Function<Dataset, List<double[]>> rows, boolean isValidation) {
    String kind = name.endsWith("x") ? "the inputs" : "the outputs";
    String ending =
        isValidation ? " of [rows to validate with](#rows-to-validate-with)" : ", row by row";
    return key(name, kind + ending)
        .like(name + (name.endsWith("x") ? ": [[0, 0], [0, 1]]" : ": [[0], [1]]"))
        .leftOut("none inline")
        .needed(
            RowsCodec.ROWS,
            problem -> {
              ProblemSpec.Data own = (ProblemSpec.Data) problem;
              return rows.apply(isValidation ? own.validation().orElseThrow() : own.data());
            });
  }

  private static Key<ProblemSpec, Field> columns(String name, String example) {
    return key(name, "the columns of the " + name + " in a file, [see below](#columns)")
        .like(example)
        .leftOut("required for a file")
        .needed(Codec.readOnly("columns", Optional::of), problem -> null);
  }

  /** Of a problem with several scalings there are several, all of them in its place. */
  private static Optional<List<ProblemSpec>> readAll(Field field) {
    List<ProblemSpec> problems = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Field> items = field.someItems("problems: [xor]");
    for (int i = 0; i < items.size(); i++) {
      List<ProblemSpec> variants = read(items.get(i));
      problems.addAll(variants);
      places.addAll(Collections.nCopies(variants.size(), i));
    }
    if (problems.size() > items.size()) {
      field.reading().repeat("problems", places);
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
  }

  /** The problem, once for each way its data are scaled; none if something is wrong with it. */
  private static List<ProblemSpec> read(Field field) {
    if (field.has(ID.name())) {
      return builtIn(field);
    }
    if (field.has(CSV.name())) {
      List<String> keys =
          new ArrayList<>(Section.of(NAME, CSV, VALIDATION_CSV, INPUTS, OUTPUTS).names());
      keys.addAll(CsvLayout.KEYS.names());
      field.allowOnly(allowed(field, keys));
      Optional<CsvReader.Table> table = CsvReader.read(field, CSV.name(), Map.of());
      return named(
          field,
          table.isPresent() && field.has(VALIDATION_CSV.name())
              ? CsvReader.read(field, VALIDATION_CSV.name(), table.get().words())
                  .map(table.get()::validated)
              : table);
    }
    if (field.has(DATA_OF.name())) {
      field.allowOnly(allowed(field, Section.of(NAME, DATA_OF).names()));
      return named(field, DATA_OF.read(field).flatMap(Function.identity()));
    }
    if (field.has(X.name()) || field.has(Y.name())) {
      Section<ProblemSpec> keys = Section.of(NAME, X, Y, VALIDATION_X, VALIDATION_Y);
      field.allowOnly(allowed(field, keys.names()));
      Optional<CsvReader.Table> table = inline(field, X, Y);
      return named(
          field,
          table.isPresent() && (field.has(VALIDATION_X.name()) || field.has(VALIDATION_Y.name()))
              ? inline(field, VALIDATION_X, VALIDATION_Y).map(table.get()::validated)
              : table);
    }
    if (field.isMapping()) {
      List<String> kinds = Section.of(ID, CSV, DATA_OF, X, Y).names();
      String hint =
          field.keys().stream()
              .filter(key -> !key.equals(NAME.name()))
              .map(key -> NearestWord.hint(key, kinds))
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
      field.complain(
          "a problem needs the key \"id\", or \"csv\", or \"x\" and \"y\"" + hint + ": " + EXAMPLE);
      return List.of();
    }
    return ID.codec().read(field).stream()
        .<ProblemSpec>map(component -> new ProblemSpec.BuiltIn("", component.orElseThrow()))
        .toList();
  }

  private static List<ProblemSpec> builtIn(Field field) {
    if (field.has(CSV.name())) {
      field.complain("a problem has either \"id\" or \"csv\", not both");
    }
    Optional<String> name = NAME.read(field);
    List<Preparation> preparations = PreparationKeys.read(field, Optional.empty());
    List<String> further = allowed(field, Section.of(NAME, CSV).names());
    return ComponentKeys.named(field, further).stream()
        .flatMap(
            component ->
                preparations.stream()
                    .<ProblemSpec>map(
                        each -> new ProblemSpec.BuiltIn(name.orElse(""), component, each)))
        .toList();
  }

  /** With the keys that say what is done to the data. */
  private static List<String> allowed(Field field, List<String> keys) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(PreparationKeys.names(field));
    return all;
  }

  private static List<ProblemSpec> named(Field field, Optional<CsvReader.Table> table) {
    Optional<String> name = NAME_OF_DATA.read(field);
    if (name.isEmpty() || table.isEmpty()) {
      return List.of();
    }
    CsvReader.Table found = table.get();
    field.reading().files().named().putIfAbsent(name.get(), found);
    Field place = field.child(VALIDATION_X.name()).orElse(field);
    return PreparationKeys.read(field, table).stream()
        .flatMap(
            each ->
                place
                    .<ProblemSpec>make(
                        () ->
                            new ProblemSpec.Data(
                                name.get(),
                                found.data(),
                                found.validation(),
                                each,
                                found.remarks()))
                    .stream())
        .toList();
  }

  /** The data of a problem before this one. */
  private static Optional<CsvReader.Table> shared(Field other) {
    Map<String, CsvReader.Table> known = other.reading().files().named();
    Optional<CsvReader.Table> data = other.text("the name of a problem").map(known::get);
    if (data.isEmpty() && other.scalar() != null) {
      other.complain(
          "no problem before this one has data and the name "
              + other.node().describe()
              + NearestWord.hint(other.scalar(), known.keySet()));
    }
    return data.map(CsvReader.Table::shared);
  }

  private static Optional<CsvReader.Table> inline(
      Field field,
      Key<ProblemSpec, List<double[]>> keyOfX,
      Key<ProblemSpec, List<double[]>> keyOfY) {
    Optional<List<double[]>> x = keyOfX.read(field);
    Optional<List<double[]>> y = keyOfY.read(field);
    if (x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    if (x.get().size() != y.get().size()) {
      field
          .child(keyOfY.name())
          .orElseThrow()
          .complain(
              String.format(
                  "\"%s\" needs as many rows as \"%s\", %d, but has %d",
                  keyOfY.name(), keyOfX.name(), x.get().size(), y.get().size()));
      return Optional.empty();
    }
    return field
        .make(() -> Dataset.of(x.get().toArray(new double[0][]), y.get().toArray(new double[0][])))
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

  /** Data that several problems share are written once. */
  private static List<Object> writtenAll(List<ProblemSpec> problems) {
    List<ProblemSpec.Data> written = new ArrayList<>();
    List<Object> all = new ArrayList<>();
    for (ProblemSpec problem : problems) {
      Map<String, Object> fields = Section.of(NAME).write(problem);
      fields.putAll(
          problem instanceof ProblemSpec.BuiltIn
              ? ComponentKeys.fields(((ProblemSpec.BuiltIn) problem).component())
              : data((ProblemSpec.Data) problem, written));
      fields.putAll(PreparationKeys.KEYS.write(problem.preparation()));
      all.add(fields);
    }
    return all;
  }

  private static Map<String, Object> data(
      ProblemSpec.Data problem, List<ProblemSpec.Data> written) {
    Optional<ProblemSpec.Data> other =
        written.stream()
            .filter(one -> one.data() == problem.data())
            .filter(one -> one.validation().equals(problem.validation()))
            .findFirst();
    if (other.isPresent()) {
      Map<String, Object> fields = Codec.fields();
      fields.put(DATA_OF.name(), other.get().name());
      return fields;
    }
    if (written.stream().noneMatch(one -> one.name().equals(problem.name()))) {
      written.add(problem);
    }
    return problem.validation().isPresent()
        ? Section.of(X, Y, VALIDATION_X, VALIDATION_Y).write(problem)
        : Section.of(X, Y).write(problem);
  }
}
