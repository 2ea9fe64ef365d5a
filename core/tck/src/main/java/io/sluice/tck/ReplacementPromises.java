package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.Expected.assertTrue;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.measured;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.keep;
import static io.sluice.tck.StoredResults.measurements;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What every result store does with a trial that it has already. */
final class ReplacementPromises {

  private ReplacementPromises() {}

  static void lesserOutcomeReplacesNothingThatWaitsToBeFlushed(Supplier<ResultStore> stores) {
    assertOnlyTheWorthierStay(stores, writer -> {});
  }

  static void lesserOutcomeReplacesNothingThatWasFlushed(Supplier<ResultStore> stores) {
    assertOnlyTheWorthierStay(stores, ResultWriter::flush);
  }

  private static void assertOnlyTheWorthierStay(
      Supplier<ResultStore> stores, Consumer<ResultWriter> between) {
    try (ResultStore store = stores.get();
        ResultWriter writer = store.open(header("s-1", "s"))) {
      writeAll(writer, true);
      between.accept(writer);
      writeAll(writer, false);
      writer.flush();
      assertTheWorthierAreThere(store);
    }
  }

  static void lesserOutcomeReplacesNothingAfterReopening(Supplier<ResultStore> stores) {
    for (boolean first : new boolean[] {true, false}) {
      try (ResultStore store = stores.get();
          ResultWriter writer = store.open(header("s-1", "s"))) {
        writeAll(writer, first);
      }
    }
    try (ResultStore store = stores.get()) {
      assertTheWorthierAreThere(store);
    }
  }

  /** A trial for each pair of outcomes, with the first of the pair or the second. */
  private static void writeAll(ResultWriter writer, boolean first) {
    int index = 0;
    for (Outcome one : Outcome.values()) {
      for (Outcome other : Outcome.values()) {
        int attempt = first ? 1 : 2;
        for (int step = attempt; step <= 3; step++) {
          writer.write(measured(trial(index), step, attempt));
        }
        writer.write(finished(trial(index), first ? one : other, attempt));
        index++;
      }
    }
  }

  private static void assertTheWorthierAreThere(ResultStore store) {
    List<Finished> trials = new ArrayList<>();
    List<Measured> measurements = new ArrayList<>();
    BitSet finished = new BitSet();
    int index = 0;
    for (Outcome one : Outcome.values()) {
      for (Outcome other : Outcome.values()) {
        int attempt = other.replaces(one) ? 2 : 1;
        Outcome outcome = attempt == 2 ? other : one;
        for (int step = attempt; step <= 3; step++) {
          measurements.add(measured(trial(index), step, attempt));
        }
        trials.add(finished(trial(index), outcome, attempt));
        finished.set(index, outcome != Outcome.CANCELLED);
        index++;
      }
    }
    assertEquals(trials, trials(store, "s-1"));
    assertEquals(measurements, measurements(store, "s-1"));
    assertEquals(finished, store.finished("s-1"));
    assertEquals(finished, store.sound("s-1"));
  }

  static void nothingIsUnreadableAndNothingUnsoundOfWhatWasJustWritten(
      Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      assertTrue(store.sound("s-1").isEmpty());
      keep(store, header("s-1", "s"), measured(trial(3), 1, 1), finished(3), finished(8));
      assertEquals(store.finished("s-1"), store.sound("s-1"));
      assertTrue(store.sound("no-such-study").isEmpty());
      assertEquals(List.of(), store.unreadable());
    }
  }

  /** Half a character cannot be kept; it must not take the trial with it. */
  static void trialWithAnyMessageStaysReadable(Supplier<ResultStore> stores) {
    List<String> messages = List.of("a\0b", "half \uD83E of one", "\uDDEA", "\uFFFF\uFFFD", "\\u0");
    try (ResultStore store = stores.get()) {
      List<Finished> events = new ArrayList<>();
      for (int i = 0; i < messages.size(); i++) {
        TrialResult result =
            new TrialResult(Outcome.FAILED, 0, 0, 0, 0, 0, 0, List.of(), messages.get(i));
        events.add(new Finished(trial(i), result));
      }
      keep(store, header("s-1", "s"), events.toArray(new Finished[0]));
      List<Finished> kept = trials(store, "s-1");
      assertEquals(messages.size(), kept.size());
      assertEquals(messages.get(0), kept.get(0).result().message());
      assertEquals(messages.get(3), kept.get(3).result().message());
      assertEquals(messages.size(), store.sound("s-1").cardinality());
    }
  }
}
