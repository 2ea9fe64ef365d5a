package io.sluice.studies.results;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import io.sluice.studies.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of anybody's: a row for each run or, where several rows are of one run, the course of it.
 */
final class PlainTable {

  private static final Set<String> YES = Set.of("true", "1", "yes", "y", "t");
  private static final Set<String> NO = Set.of("false", "0", "no", "n", "f", "");

  private final Table table;
  private final RunCollection runs;
  private final TableColumns columns;
  private final Map<Double, String> costColumns;
  private double goal;

  private PlainTable(Table table, RunCollection runs) {
    this.table = table;
    this.runs = runs;
    this.columns = TableColumns.of(table, runs);
    this.costColumns = SluiceTable.costColumns(table);
  }

  static void read(Table table, RunCollection runs) {
    new PlainTable(table, runs).read();
  }

  private void read() {
    if (columns.value().isEmpty() && columns.cost().isEmpty() && costColumns.isEmpty()) {
      throw new ResultFormatException(
          new Location(table.file(), 1, 1),
          "no column of values or costs: name one with --value or --cost; there are "
              + String.join(", ", table.columns()));
    }
    if (isByGoal()) {
      goal = goal();
      runs.targets(List.of(goal));
    }
    runs.targets(List.copyOf(costColumns.keySet()));
    if (!runs.options().targets().isEmpty() && columns.cost().isEmpty()) {
      runs.note(
          table.file()
              + " has no costs: what was reached counts as reached at cost 1, so only success tells");
    }
    Map<List<Object>, List<Table.Row>> courses = new LinkedHashMap<>();
    int at = 0;
    for (Table.Row row : (Iterable<Table.Row>) table.rows()::iterator) {
      Object repeat = columns.repeat().isEmpty() ? (Object) at++ : row.text(columns.repeat());
      courses.computeIfAbsent(List.of(factors(row), repeat), key -> new ArrayList<>()).add(row);
    }
    courses.values().forEach(this::add);
  }

  /** Whether the file itself says which runs reached a goal, or costs are all it has. */
  private boolean isByGoal() {
    return costColumns.isEmpty()
        && !columns.cost().isEmpty()
        && (columns.value().isEmpty()
            || (!columns.reached().isEmpty() && runs.options().targets().isEmpty()));
  }

  /** The loss that reaching the goal is called: the largest that did. */
  private double goal() {
    if (columns.value().isEmpty()) {
      List<Double> targets = runs.options().targets();
      if (targets.size() > 1) {
        throw new ResultFormatException(
            table.file()
                + " has no values, so --targets can name only the one that was to be reached");
      }
      if (targets.isEmpty()) {
        runs.note(table.file() + " has no values: the goal is called loss 0");
      }
      return targets.isEmpty() ? 0 : runs.options().sign() * targets.get(0);
    }
    double goal =
        table
            .rows()
            .filter(this::isReached)
            .mapToDouble(this::loss)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    runs.note(
        table.file()
            + ": the goal is called loss "
            + NumberText.of(goal)
            + ", the worst value of those that reached it");
    return goal;
  }

  private void add(List<Table.Row> rows) {
    Table.Row last = rows.get(rows.size() - 1);
    if (rows.size() > 1 && (columns.cost().isEmpty() || isByGoal())) {
      throw rows.get(1)
          .wrong(
              table.columns().get(0),
              "this row is of the same run as line "
                  + rows.get(0).line()
                  + ": name with --repeat what tells them apart"
                  + (columns.cost().isEmpty()
                      ? ", or with --cost what had been spent, if they are the course of one run"
                      : ""));
    }
    String repeat = columns.repeat().isEmpty() ? "" : last.text(columns.repeat());
    if (isByGoal()) {
      runs.add(byGoal(last, repeat));
      return;
    }
    List<Run.Point> points = new ArrayList<>();
    for (Table.Row row : rows) {
      points.add(new Run.Point(cost(row), columns.value().isEmpty() ? Double.NaN : loss(row)));
    }
    Run run = Run.of(factors(last), repeat, points, 0);
    if (costColumns.isEmpty()) {
      runs.add(run);
      return;
    }
    List<Double> targets = List.copyOf(costColumns.keySet());
    double[] costs =
        costColumns.values().stream().mapToDouble(column -> last.number(column)).toArray();
    runs.add(
        new Run(
            run.factors(),
            Map.of(),
            repeat,
            run.result(),
            new KnownHits(table.file(), targets, costs)));
  }

  private Run byGoal(Table.Row row, String repeat) {
    double cost = row.number(columns.cost());
    boolean reached = isReached(row);
    double loss =
        columns.value().isEmpty() ? (reached ? goal : Double.POSITIVE_INFINITY) : loss(row);
    double spent = Double.isNaN(cost) ? 0 : cost;
    Run run = Run.of(factors(row), repeat, List.of(new Run.Point(spent, loss)), spent);
    TrialResult result = run.result();
    TrialResult kept =
        columns.value().isEmpty()
            ? new TrialResult(
                Outcome.COMPLETED,
                result.steps(),
                result.cost(),
                result.initialLoss(),
                result.finalLoss(),
                result.bestLoss(),
                result.bestCost(),
                List.of(),
                "")
            : result;
    return new Run(
        run.factors(),
        Map.of(),
        repeat,
        kept,
        new KnownHits(table.file(), List.of(goal), reached ? spent : Double.NaN));
  }

  private boolean isReached(Table.Row row) {
    boolean hasCost = !Double.isNaN(row.number(columns.cost()));
    if (columns.reached().isEmpty()) {
      return hasCost;
    }
    String word = row.text(columns.reached()).toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw row.wrong(
          columns.reached(), '"' + word + "\" is neither true nor false, 1 nor 0, yes nor no");
    }
    return hasCost && YES.contains(word);
  }

  private double loss(Table.Row row) {
    double value = row.number(columns.value());
    return value == 0 ? 0 : runs.options().sign() * value;
  }

  private double cost(Table.Row row) {
    if (columns.cost().isEmpty()) {
      return 1;
    }
    double cost = row.number(columns.cost());
    if (!(cost >= 0)) {
      throw row.wrong(
          columns.cost(),
          '"' + row.text(columns.cost()) + "\" is no cost: at least 0 and a number");
    }
    return cost;
  }

  private Map<String, String> factors(Table.Row row) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(
        "problem",
        columns.problem().isEmpty()
            ? table.file()
            : joined(row, columns.problem())
                + (columns.dimension().isEmpty()
                    ? ""
                    : " in " + row.text(columns.dimension()) + "-D"));
    List<String> others = new ArrayList<>();
    for (String column : columns.contender()) {
      String factor = Table.plain(column);
      if (RunCollection.FACTORS.contains(factor)
          && !factor.equals("optimizer")
          && !factor.equals("problem")) {
        labels.put(factor, label(row, column));
      } else {
        others.add(column);
      }
    }
    if (!others.isEmpty()) {
      labels.put("optimizer", joined(row, others));
    }
    return labels;
  }

  private static String joined(Table.Row row, List<String> columns) {
    return String.join(" + ", columns.stream().map(column -> label(row, column)).toList());
  }

  private static String label(Table.Row row, String column) {
    return row.text(column).isEmpty() ? "-" : row.text(column);
  }
}
