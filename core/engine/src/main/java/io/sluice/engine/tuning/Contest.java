package io.sluice.engine.tuning;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.TuningSpec;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Which combinations of values do best in each context, by the trials of a rung; what else varies
 * is pooled.
 *
 * <p>The better has the lower median cost to the smallest target, trials that missed it counting as
 * ∞; where both medians are ∞, to the next larger target, and so on; where the median trial of
 * neither reaches any, the lower median of the best losses, that of trials that diverged or failed
 * being ∞. Where all is equal it is the one that lies closer to the presets, in ratios where both
 * are above 0; last the smaller values.
 */
final class Contest {

  private final TuningSpec tuning;
  private final boolean last;
  private final Map<List<String>, Map<String, Double>> presets = new HashMap<>();
  private final Map<List<String>, Map<TuningSpec.Choice, List<TrialResult>>> entries =
      new LinkedHashMap<>();

  /**
   * A contest without trials so far.
   *
   * @param declared the study that is tuned
   * @param rung the rung of it that decides
   */
  Contest(StudyPlan declared, StudyPlan rung) {
    tuning = rung.spec().tuning().orElseThrow();
    last = tuning.rung() == tuning.rungs();
    for (TrialSetup setup : declared.cells()) {
      Cell cell = setup.cell();
      if (cell.isTuned()) {
        presets.put(choice(cell).context(), values(cell));
      }
    }
    for (TrialSetup setup : rung.cells()) {
      results(setup.cell());
    }
  }

  /** Takes in a trial of the rung. */
  void add(TrialEvent.Finished trial) {
    if (trial.result().outcome() != Outcome.CANCELLED) {
      results(trial.trial().cell()).add(trial.result());
    }
  }

  private List<TrialResult> results(Cell cell) {
    TuningSpec.Choice choice = choice(cell);
    return entries
        .computeIfAbsent(choice.context(), context -> new LinkedHashMap<>())
        .computeIfAbsent(choice, combination -> new ArrayList<>());
  }

  /** Of each context the combinations that stay, the best first: one after the last rung. */
  List<TuningSpec.Choice> kept() {
    List<TuningSpec.Choice> kept = new ArrayList<>();
    entries.forEach(
        (context, combinations) -> {
          int count = last ? 1 : TuningSpec.kept(combinations.size());
          combinations.entrySet().stream()
              .map(entry -> new Entrant(entry.getKey(), entry.getValue(), presets.get(context)))
              .sorted(Entrant.BETTER_FIRST)
              .limit(count)
              .forEach(entrant -> kept.add(entrant.choice()));
        });
    return kept;
  }

  private TuningSpec.Choice choice(Cell cell) {
    String optimizer = Cell.labelWithout(cell.factor("optimizer"), Cell.TUNED);
    for (String name : tuning.values().keySet()) {
      optimizer = Cell.labelWithout(optimizer, name);
    }
    return new TuningSpec.Choice(
        cell.factor("problem"),
        cell.factor("network"),
        cell.factor("activation"),
        optimizer,
        values(cell));
  }

  private Map<String, Double> values(Cell cell) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : tuning.values().keySet()) {
      Double value = cell.hyperparameters().get("optimizer." + name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return values;
  }

  /**
   * A combination with what it came to.
   *
   * @param criteria medians to be compared one after the other, and last how far it is from the
   *     presets
   */
  private record Entrant(TuningSpec.Choice choice, double[] criteria) {

    static final Comparator<Entrant> BETTER_FIRST =
        Comparator.<Entrant, double[]>comparing(Entrant::criteria, Arrays::compare)
            .thenComparing(entrant -> values(entrant.choice()), Arrays::compare);

    Entrant(TuningSpec.Choice choice, List<TrialResult> results, Map<String, Double> preset) {
      this(choice, criteria(choice, results, preset));
    }

    private static double[] criteria(
        TuningSpec.Choice choice, List<TrialResult> results, Map<String, Double> preset) {
      int targets = results.isEmpty() ? 0 : results.get(0).hitCosts().size();
      double[] criteria = new double[targets + 2];
      for (int i = 0; i < targets; i++) {
        int target = targets - 1 - i;
        criteria[i] = median(results, result -> result.hitCosts().get(target));
      }
      criteria[targets] =
          median(
              results,
              result -> result.outcome() == Outcome.COMPLETED ? result.bestLoss() : Double.NaN);
      for (Map.Entry<String, Double> entry : choice.values().entrySet()) {
        criteria[targets + 1] += distance(entry.getValue(), preset.get(entry.getKey()));
      }
      return criteria;
    }

    private static double[] values(TuningSpec.Choice choice) {
      return choice.values().values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** NaN counts as ∞, and so does the median of nothing. */
    private static double median(
        List<TrialResult> results, ToDoubleFunction<TrialResult> criterion) {
      double[] sorted =
          results.stream()
              .mapToDouble(criterion)
              .map(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : value)
              .sorted()
              .toArray();
      int n = sorted.length;
      return n == 0
          ? Double.POSITIVE_INFINITY
          : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double distance(double value, double preset) {
      return value > 0 && preset > 0
          ? Math.abs(StrictMath.log10(value) - StrictMath.log10(preset))
          : Math.abs(value - preset);
    }
  }
}
