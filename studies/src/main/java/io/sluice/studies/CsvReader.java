package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the data of a problem from a CSV file. Every cell of the chosen columns must be a finite
 * number, or a word if the column has classes. Rows are read one after the other and only their
 * numbers are kept, so that a long file needs little more than its text.
 */
final class CsvReader {

  /**
   * Data, and what was noticed about them.
   *
   * @param words the classes of each column that has some, by its label
   * @param classes those of the only output, if it has some
   * @param validation rows to validate with
   */
  record Table(
      Dataset data,
      List<String> remarks,
      Map<String, List<String>> words,
      List<String> classes,
      Optional<Dataset> validation) {

    /** Data without words. */
    static Table of(Dataset data, List<String> remarks) {
      return new Table(data, remarks, Map.of(), List.of(), Optional.empty());
    }

    /** The same for another problem, without the remarks. */
    Table shared() {
      return new Table(data, List.of(), words, classes, validation);
    }

    /** The same with rows to validate with, and what was noticed about these alone. */
    Table validated(Table rows) {
      List<String> all = new ArrayList<>(remarks);
      rows.remarks.stream().filter(remark -> !all.contains(remark)).forEach(all::add);
      return new Table(data, all, words, classes, Optional.of(rows.data));
    }
  }

  /** The most numbers of a study: 128 MB of them. */
  static final int MOST_NUMBERS = 16_000_000;

  private final Field problem;
  private final Field file;
  private final Complaints complaints;
  private final Map<String, List<String>> words;
  private boolean right = true;

  private CsvReader(Field problem, String key, Map<String, List<String>> words) {
    this.problem = problem;
    this.words = words;
    this.file = problem.child(key).orElseThrow();
    this.complaints = problem.reading().complaints();
  }

  /**
   * The data of a problem.
   *
   * @param key that of the file's name
   * @param words the only classes of columns that have classes, by their labels; none to take those
   *     that are found
   */
  static Optional<Table> read(Field problem, String key, Map<String, List<String>> words) {
    return new CsvReader(problem, key, words).read();
  }

  private Optional<Table> read() {
    Optional<Field> inputs = ProblemKeys.INPUTS.read(problem);
    Optional<Field> outputs = ProblemKeys.OUTPUTS.read(problem);
    Optional<CsvLayout> wanted = CsvLayout.of(problem);
    Optional<String> text = problem.reading().files().text(file);
    if (inputs.isEmpty() || outputs.isEmpty() || wanted.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    Optional<CsvLayout> layout = wanted.get().with(text.get(), this::complain);
    try {
      return layout.isEmpty()
          ? Optional.empty()
          : table(text.get(), layout.get(), inputs.get(), outputs.get());
    } catch (CsvText.Malformed malformed) {
      complain(malformed.place(), malformed.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Table> table(String text, CsvLayout layout, Field inputs, Field outputs)
      throws CsvText.Malformed {
    CsvText rows = new CsvText(text, layout.separated(), layout.isDeclared());
    List<CsvText.Cell> first = rows.next();
    if (first.isEmpty()) {
      file.complain(file.scalar() + needs(layout));
      return Optional.empty();
    }
    if (layout.header().isEmpty() && first.stream().allMatch(cell -> isDataOrEmpty(cell.text()))) {
      complain(
          first.get(0),
          "the first row holds only numbers, no names of columns ("
              + first.stream().map(CsvText.Cell::text).limit(4).collect(Collectors.joining(", "))
              + (first.size() > 4 ? ", …" : "")
              + "): write header: false if it is data, header: true if these are names");
      return Optional.empty();
    }
    List<String> names =
        layout.isNamed() ? first.stream().map(CsvText.Cell::text).toList() : List.of();
    CsvHeader header = new CsvHeader(file.scalar(), names, first.size());
    Map<String, CsvColumn> chosen = new LinkedHashMap<>();
    Optional<List<CsvColumn>> x = header.choose(inputs, chosen);
    Optional<List<CsvColumn>> y = header.choose(outputs, chosen);
    if (x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    for (CsvColumn column : chosen.values()) {
      CsvText.Cell name = first.get(column.index());
      if (layout.header().isEmpty() && CsvLayout.isData(name.text())) {
        complain(
            name,
            "\""
                + name.text()
                + "\" looks like data, not like the name of column "
                + (column.index() + 1)
                + ": write header: false if the first row is data, header: true if it holds names");
        return Optional.empty();
      }
    }
    for (CsvColumn column : chosen.values()) {
      column.expect(words.getOrDefault(column.label(), List.of()));
    }
    String key = file.scalar() + " " + layout + " " + indexes(x.get()) + " " + indexes(y.get());
    return problem
        .reading()
        .files()
        .table(
            key + chosen.keySet() + words,
            () -> numbers(text, layout, first.size(), chosen, x.get(), y.get()));
  }

  private static List<Integer> indexes(List<CsvColumn> columns) {
    return columns.stream().map(CsvColumn::index).toList();
  }

  private static boolean isDataOrEmpty(String text) {
    return text.isEmpty() || CsvLayout.isData(text);
  }

  private static String needs(CsvLayout layout) {
    return layout.isNamed()
        ? " needs a header row and at least one row of numbers"
        : " needs at least one row of numbers";
  }

  private Optional<Table> numbers(
      String text,
      CsvLayout layout,
      int width,
      Map<String, CsvColumn> chosen,
      List<CsvColumn> x,
      List<CsvColumn> y) {
    List<CsvColumn> columns = List.copyOf(chosen.values());
    Rows all;
    try {
      all = rows(text, layout, width, columns);
    } catch (CsvText.Malformed malformed) {
      complain(malformed.place(), malformed.getMessage());
      return Optional.empty();
    }
    columns.forEach(column -> column.end(layout, this::complain, complaints));
    if (!right) {
      return Optional.empty();
    }
    if (all.kept() == 0) {
      file.complain(
          all.dropped() == 0
              ? file.scalar() + needs(layout)
              : "no row of " + file.scalar() + " is without missing values");
      return Optional.empty();
    }
    List<String> remarks = new ArrayList<>();
    if (all.dropped() > 0) {
      long count = (long) all.kept() + all.dropped();
      remarks.add(
          all.dropped()
              + " of "
              + count
              + " rows of "
              + file.scalar()
              + " dropped: missing values");
    }
    Side inputs = new Side(x);
    Side outputs = new Side(y);
    long numbers = (long) all.kept() * (inputs.width() + outputs.width());
    if (numbers > MOST_NUMBERS) {
      file.complain(tooMuch(numbers));
      return Optional.empty();
    }
    return problem.make(
        () -> {
          Dataset data = Dataset.of(all.kept(), inputs.width(), inputs, outputs.width(), outputs);
          remarks.addAll(SameColumns.remarks(data, inputs.labels(), outputs.labels()));
          Map<String, List<String>> found = new LinkedHashMap<>();
          columns.stream()
              .filter(column -> !column.classWords().isEmpty())
              .forEach(column -> found.put(column.label(), column.classWords()));
          return new Table(
              data,
              remarks,
              found,
              y.size() == 1 ? y.get(0).classWords() : List.of(),
              Optional.empty());
        });
  }

  /** For complaints. */
  static String tooMuch(long numbers) {
    return "too much data: " + numbers + " numbers, but at most " + MOST_NUMBERS;
  }

  /** How many rows there are for training, and how many were left out. */
  private record Rows(int kept, int dropped) {}

  private Rows rows(String text, CsvLayout layout, int width, List<CsvColumn> columns)
      throws CsvText.Malformed {
    CsvText rows = new CsvText(text, layout.separated(), layout.isDeclared());
    if (layout.isNamed()) {
      rows.next();
    }
    int kept = 0;
    int dropped = 0;
    for (List<CsvText.Cell> row = rows.next(); !row.isEmpty(); row = rows.next()) {
      if (row.size() != width) {
        String other = layout.isNamed() ? ", but the header " : ", but the first ";
        complain(row.get(0), "this row has " + count(row.size()) + other + width);
        continue;
      }
      if (kept + dropped == 0 && !layout.isClear(row, this::complain)) {
        break;
      }
      boolean missing = false;
      for (CsvColumn column : columns) {
        CsvText.Cell cell = row.get(column.index());
        if (CsvLayout.isMissing(cell.text())) {
          missing = true;
          if (!layout.dropsMissing()) {
            complain(cell, missing(column, cell.text()));
          }
        }
      }
      if (missing && layout.dropsMissing()) {
        dropped++;
        continue;
      }
      kept++;
      for (CsvColumn column : columns) {
        column.add(row.get(column.index()), layout);
      }
      if ((long) kept * columns.size() > MOST_NUMBERS) {
        file.complain("too much data: more than " + MOST_NUMBERS + " numbers");
        right = false;
        break;
      }
    }
    return new Rows(kept, dropped);
  }

  private static String count(int cells) {
    return cells + (cells == 1 ? " cell" : " cells");
  }

  private static String missing(CsvColumn column, String text) {
    return column.holds()
        + " is missing in "
        + column.label()
        + (text.isEmpty() ? "" : ": \"" + text + '"')
        + "; fill the cell, or write missing: drop to leave such rows out";
  }

  private void complain(CsvText.Cell cell, String message) {
    right = false;
    file.complain(new Location(file.scalar(), cell.line(), cell.column()), message);
  }

  /** The inputs or the outputs: the numbers of some columns side by side. */
  private static final class Side implements Dataset.Numbers {
    private final List<CsvColumn> columns = new ArrayList<>();
    private final List<Integer> within = new ArrayList<>();

    Side(List<CsvColumn> chosen) {
      for (CsvColumn column : chosen) {
        for (int i = 0; i < column.width(); i++) {
          columns.add(column);
          within.add(i);
        }
      }
    }

    int width() {
      return columns.size();
    }

    /** What each is called; those of one column alike. */
    List<String> labels() {
      return columns.stream().map(CsvColumn::label).toList();
    }

    @Override
    public double at(int row, int column) {
      return columns.get(column).at(row, within.get(column));
    }
  }
}
