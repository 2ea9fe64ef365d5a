package io.sluice.studies.results;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The trials that {@code sluice export --what trials} wrote, every number as it was. */
final class SluiceTable {

  private static final String[] COLUMNS = {
    "trial",
    "key",
    "problem",
    "activation",
    "optimizer",
    "repeat",
    "outcome",
    "steps",
    "cost",
    "initial_loss",
    "final_loss",
    "best_loss",
    "best_cost",
    "hyperparameters",
    "message"
  };

  private static final List<String> OUTCOMES =
      Arrays.stream(Outcome.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

  private SluiceTable() {}

  static boolean is(Table table) {
    return table.has(COLUMNS);
  }

  /** Whether these are measurements, which do not say what they are of. */
  static boolean isMeasurements(Table table) {
    return table.has("trial", "key", "step", "cost", "metric", "value");
  }

  static void read(Table table, RunCollection runs) {
    Map<Double, String> targets = costColumns(table);
    runs.targets(List.copyOf(targets.keySet()));
    List<Double> losses = List.copyOf(targets.keySet());
    Map<List<String>, Run> first = new HashMap<>();
    List<String> ofCell = new ArrayList<>(RunCollection.FACTORS);
    ofCell.retainAll(table.columns());
    table
        .rows()
        .filter(row -> outcome(row) != Outcome.CANCELLED)
        .forEachOrdered(
            row -> {
              List<String> labels = new ArrayList<>();
              ofCell.forEach(factor -> labels.add(row.text(factor)));
              labels.add(row.text("hyperparameters"));
              double[] costs = new double[losses.size()];
              for (int i = 0; i < costs.length; i++) {
                costs[i] = row.number(targets.get(losses.get(i)));
              }
              Run.Hits hits = new KnownHits(table.file(), losses, costs);
              Run same = first.get(labels);
              Run run =
                  new Run(
                      same == null ? factors(ofCell, labels) : same.factors(),
                      same == null ? hyperparameters(row) : same.hyperparameters(),
                      row.text("repeat"),
                      result(row),
                      hits);
              first.putIfAbsent(labels, run);
              runs.add(run);
            });
  }

  private static Map<String, String> factors(List<String> names, List<String> labels) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      factors.put(names.get(i), labels.get(i));
    }
    return factors;
  }

  private static TrialResult result(Table.Row row) {
    return new TrialResult(
        outcome(row),
        (long) row.number("steps"),
        row.number("cost"),
        row.number("initial_loss"),
        row.number("final_loss"),
        row.number("best_loss"),
        row.number("best_cost"),
        List.of(),
        row.text("message"));
  }

  /** The columns {@code cost_to_0.01} by their target. */
  static Map<Double, String> costColumns(Table table) {
    Map<Double, String> targets = new LinkedHashMap<>();
    for (String column : table.columns()) {
      if (column.matches("(?i)cost[ _-]to[ _-].+")) {
        Numeral.of(column.substring(8), Set.of()).ifPresent(target -> targets.put(target, column));
      }
    }
    return targets;
  }

  private static Outcome outcome(Table.Row row) {
    String word = row.text("outcome");
    if (!OUTCOMES.contains(word)) {
      throw row.wrong(
          "outcome",
          '"'
              + word
              + "\" is none of "
              + String.join(", ", OUTCOMES)
              + NearestWord.hint(word, OUTCOMES));
    }
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Map<String, Double> hyperparameters(Table.Row row) {
    Map<String, Double> values = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String pair : row.text("hyperparameters").split(" ")) {
      int equals = pair.lastIndexOf('=');
      double value =
          equals < 0
              ? Double.NaN
              : Numeral.of(pair.substring(equals + 1), Set.of()).orElse(Double.NaN);
      if (Double.isNaN(value) && !pair.isEmpty()) {
        wrong.add(pair);
      } else if (!pair.isEmpty()) {
        values.put(pair.substring(0, equals), value);
      }
    }
    if (!wrong.isEmpty()) {
      throw row.wrong("hyperparameters", '"' + wrong.get(0) + "\" is not name=number");
    }
    return values;
  }
}
