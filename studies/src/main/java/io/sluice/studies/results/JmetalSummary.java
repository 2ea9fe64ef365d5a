package io.sluice.studies.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table {@code QualityIndicatorSummary.csv} of jMetal. Each indicator is a problem of its own
 * if there are several; those that Sluice writes are the loss and the costs of one.
 */
final class JmetalSummary {

  /** The name of the file. */
  static final String FILE = "QualityIndicatorSummary.csv";

  private static final String[] COLUMNS = {
    "Algorithm", "Problem", "IndicatorName", "ExecutionId", "IndicatorValue"
  };

  /** Indicators of which more is better; of all others less is. */
  private static final Set<String> HIGHER = Set.of("hv", "hypervolume", "wfghv", "pisahv");

  private JmetalSummary() {}

  static boolean is(Table table) {
    return table.has(COLUMNS);
  }

  static void read(Table table, RunCollection runs) {
    List<String> indicators =
        table.rows().map(row -> row.text("IndicatorName")).distinct().toList();
    Map<List<String>, Map<String, Double>> executions = new LinkedHashMap<>();
    for (Table.Row row : (Iterable<Table.Row>) table.rows()::iterator) {
      List<String> run =
          List.of(row.text("Algorithm"), row.text("Problem"), row.text("ExecutionId"));
      Double before =
          executions
              .computeIfAbsent(run, key -> new LinkedHashMap<>())
              .put(row.text("IndicatorName"), row.number("IndicatorValue"));
      if (before != null) {
        throw row.wrong(
            "ExecutionId",
            "execution "
                + run.get(2)
                + " of "
                + run.get(0)
                + " on "
                + run.get(1)
                + " has the indicator "
                + row.text("IndicatorName")
                + " twice");
      }
    }
    Map<String, Double> targets = new LinkedHashMap<>();
    for (String indicator : indicators) {
      if (indicator.matches("cost_to_.+")) {
        Numeral.of(indicator.substring(8), Set.of())
            .ifPresent(target -> targets.put(indicator, target));
      }
    }
    runs.targets(List.copyOf(targets.values()));
    List<String> losses = new ArrayList<>(indicators);
    losses.removeAll(targets.keySet());
    for (String indicator : losses) {
      if (HIGHER.contains(indicator.toLowerCase(Locale.ROOT))) {
        runs.note(table.file() + ": a higher " + indicator + " is better, so its loss is negative");
      }
    }
    executions.forEach(
        (run, values) ->
            losses.stream()
                .filter(values::containsKey)
                .forEach(
                    indicator ->
                        runs.add(run(table, run, indicator, losses.size() > 1, values, targets))));
  }

  private static Run run(
      Table table,
      List<String> run,
      String indicator,
      boolean named,
      Map<String, Double> values,
      Map<String, Double> targets) {
    Map<String, String> factors = new LinkedHashMap<>();
    factors.put("problem", run.get(1) + (named ? " by " + indicator : ""));
    factors.put("optimizer", run.get(0));
    double value = values.get(indicator);
    double loss = HIGHER.contains(indicator.toLowerCase(Locale.ROOT)) ? -value : value;
    double[] costs =
        targets.keySet().stream()
            .mapToDouble(column -> values.getOrDefault(column, Double.NaN))
            .map(cost -> Double.isFinite(cost) ? cost : Double.NaN)
            .toArray();
    double spent = Arrays.stream(costs).filter(cost -> cost >= 1).max().orElse(1);
    Run plain = Run.of(factors, run.get(2), List.of(new Run.Point(spent, loss)), spent);
    return targets.isEmpty()
        ? plain
        : new Run(
            factors,
            Map.of(),
            run.get(2),
            plain.result(),
            new KnownHits(table.file(), List.copyOf(targets.values()), costs));
  }
}
