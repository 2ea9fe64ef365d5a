package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.Expected.assertTrue;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.bits;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a result store does with summaries of cells: it keeps them, or says that it does not. */
final class SummaryPromises {

  private SummaryPromises() {}

  static void summariesComeBackWhereTheyAreOffered(Supplier<ResultStore> stores) {
    Cell first = trial(0).cell();
    Cell later = new Cell(first.index() + 3, first.factors(), first.hyperparameters());
    CellSummary old = new CellSummary(first, "0-4", "one\ntwo \"three\"\n");
    CellSummary last = new CellSummary(first, "0-7 9", "line\n".repeat(5000) + "-0.0 NaN");
    CellSummary other = new CellSummary(later, "30", "");
    try (ResultStore store = stores.get()) {
      try (ResultWriter writer = store.open(header("s-1", "s"))) {
        writer.write(finished(0));
        if (!store.keepsSummaries()) {
          assertTrue(refuses(writer, old));
          assertEquals(List.of(), summaries(store, "s-1"));
          return;
        }
        writer.write(other);
        writer.write(old);
        writer.flush();
        assertEquals(List.of(old, other), summaries(store, "s-1"));
        writer.write(last);
      }
      assertEquals(List.of(last, other), summaries(store, "s-1"));
      try (ResultWriter writer = store.open(header("s-2", "s"))) {
        writer.write(finished(0));
      }
    }
    try (ResultStore store = stores.get()) {
      assertEquals(List.of(last, other), summaries(store, "s-1"));
      assertEquals(List.of(finished(0)), trials(store, "s-1"));
      assertEquals(bits(0), store.finished("s-1"));
      assertEquals(bits(0, 1, 2, 3, 4, 5, 6, 7, 9, 30), store.done("s-1"));
      assertEquals(List.of(), summaries(store, "s-2"));
      assertEquals(List.of(), summaries(store, "no-such-study"));
    }
  }

  private static boolean refuses(ResultWriter writer, CellSummary summary) {
    try {
      writer.write(summary);
      return false;
    } catch (ResultStoreException said) {
      return true;
    }
  }

  private static List<CellSummary> summaries(ResultStore store, String studyId) {
    try (Stream<CellSummary> summaries = store.summaries(studyId)) {
      return summaries.toList();
    }
  }
}
