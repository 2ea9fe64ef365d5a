package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.SampleResults.cell;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.keep;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What every result store does with factors: those that the header declares, whatever they are. */
final class FactorPromises {

  /** Fewer factors than there were first, in another order, and some that nobody knows yet. */
  private static final List<Factor> UNKNOWN =
      List.of(
          new Factor("weather", ""),
          new Factor("optimizer", ""),
          new Factor("dropout", "none"),
          new Factor("problem", ""),
          new Factor("batches", "some"));

  private FactorPromises() {}

  static void factorsThatNobodyKnowsYetComeBack(Supplier<ResultStore> stores) {
    StudyHeader header = header("unknown-1", UNKNOWN);
    Cell atPresets =
        Cell.of(UNKNOWN, 1, Map.of("weather", "", "optimizer", "-", "problem", "x"), Map.of());
    List<Finished> written =
        List.of(of(0, cell(0, UNKNOWN)), of(1, atPresets), of(2, cell(2, UNKNOWN)));
    try (ResultStore store = stores.get()) {
      keep(store, header, written.get(0), written.get(1));
      keep(store, header("others-1", "others"), finished(0));
    }
    try (ResultStore store = stores.get()) {
      keep(store, header, written.get(2));
    }
    try (ResultStore store = stores.get()) {
      assertEquals(List.of(header, header("others-1", "others")), store.studies());
      assertKept(written, trials(store, "unknown-1"));
      assertKept(List.of(finished(0)), trials(store, "others-1"));
    }
  }

  static void factorThatComesLaterHasItsPresetInCellsThatAreThere(Supplier<ResultStore> stores) {
    List<Factor> later = new ArrayList<>(Factor.FIRST);
    later.add(3, new Factor("dropout", "none"));
    Map<String, String> labels = new HashMap<>(cell(0).factors());
    Finished before = of(0, cell(0));
    Finished after = of(1, cell(1, later));
    try (ResultStore store = stores.get()) {
      keep(store, header("grown-1", Factor.FIRST), before);
      keep(store, header("grown-1", later), after);
    }
    Cell completed = Cell.of(later, 0, labels, cell(0).hyperparameters());
    try (ResultStore store = stores.get()) {
      assertEquals(Collections.singletonList(header("grown-1", later)), store.studies());
      assertKept(List.of(of(0, completed), after), trials(store, "grown-1"));
    }
  }

  private static Finished of(int index, Cell cell) {
    return finished(trial(index, cell), Outcome.COMPLETED, 1);
  }

  /** The same trials, and the factors of their cells in the same order. */
  private static void assertKept(List<Finished> expected, List<Finished> found) {
    assertEquals(expected, found);
    assertEquals(order(expected), order(found));
  }

  private static List<List<String>> order(List<Finished> trials) {
    return trials.stream().map(f -> List.copyOf(f.trial().cell().factors().keySet())).toList();
  }
}
