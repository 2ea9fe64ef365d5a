package io.sluice.studies.results;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
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
    "best_loss",
    "hyperparameters"
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
    for (Table.Row row : table.rows()) {
      Outcome outcome = outcome(row);
      if (outcome == Outcome.CANCELLED) {
        continue;
      }
      Map<String, String> factors = new LinkedHashMap<>();
      for (String factor : Cell.FACTORS) {
        if (table.columns().contains(factor)) {
          factors.put(factor, row.text(factor));
        }
      }
      TrialResult result =
          new TrialResult(
              outcome,
              (long) row.number("steps"),
              row.number("cost"),
              row.number("initial_loss"),
              row.number("final_loss"),
              row.number("best_loss"),
              row.number("best_cost"),
              List.of(),
              table.columns().contains("message") ? row.text("message") : "");
      Map<Double, Double> hits = new LinkedHashMap<>();
      targets.forEach((target, column) -> hits.put(target, row.number(column)));
      runs.add(
          new Run(
              factors,
              hyperparameters(row),
              row.text("repeat"),
              result,
              new KnownHits(table.file(), hits)));
    }
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
