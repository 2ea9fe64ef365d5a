package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.SampleResults.AWKWARD;
import static io.sluice.tck.SampleResults.AWKWARD_NUMBERS;
import static io.sluice.tck.SampleResults.awkwardCell;
import static io.sluice.tck.SampleResults.cell;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.measured;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.bits;
import static io.sluice.tck.StoredResults.keep;
import static io.sluice.tck.StoredResults.measurements;
import static io.sluice.tck.StoredResults.only;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialEvent.Started;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What every result store does with trials and measurements. */
final class TrialPromises {

  private TrialPromises() {}

  static void emptyListsAndTextsComeBack(Supplier<ResultStore> stores) {
    StudyHeader header = new StudyHeader("e-1", "", "", "", 0, 0, List.of(), Map.of());
    Cell bare = new Cell(0, cell(0).factors(), Map.of());
    Finished event =
        new Finished(
            trial(0, bare), new TrialResult(Outcome.DIVERGED, 0, 0, 0, 0, 0, 0, List.of(), ""));
    try (ResultStore store = stores.get()) {
      keep(store, header, event);
      assertEquals(List.of(header), store.studies());
      assertEquals(List.of(event), trials(store, "e-1"));
    }
  }

  static void everyFieldOfATrialComesBack(Supplier<ResultStore> stores) {
    Trial trial = new Trial(4711, "fedcba9876543210", awkwardCell(123_456_789), Integer.MAX_VALUE);
    Finished event =
        new Finished(
            trial,
            new TrialResult(
                Outcome.FAILED, Long.MAX_VALUE, 1, 2, 3, 4, 5, AWKWARD_NUMBERS, AWKWARD));
    Measured measured = new Measured(trial, Long.MAX_VALUE - 1, 0.1, AWKWARD, 0.2);
    try (ResultStore store = stores.get()) {
      keep(store, header("s-1", "s"), measured, event);
    }
    try (ResultStore store = stores.get()) {
      assertEquals(List.of(event), trials(store, "s-1"));
      assertEquals(List.of(measured), measurements(store, "s-1"));
      assertEquals(
          List.copyOf(trial.cell().hyperparameters().keySet()),
          List.copyOf(trials(store, "s-1").get(0).trial().cell().hyperparameters().keySet()));
    }
  }

  static void everyNumberComesBackBitForBit(Supplier<ResultStore> stores) {
    List<TrialEvent> events = new ArrayList<>();
    int count = AWKWARD_NUMBERS.size();
    for (int i = 0; i < count; i++) {
      double[] n = new double[7];
      for (int k = 0; k < n.length; k++) {
        n[k] = AWKWARD_NUMBERS.get((i + k) % count);
      }
      Trial trial = trial(i);
      events.add(new Measured(trial, 1, n[5], "loss", n[6]));
      events.add(
          new Finished(
              trial,
              new TrialResult(
                  Outcome.DIVERGED, 1, n[0], n[1], n[2], n[3], n[4], List.of(n[5]), "")));
    }
    try (ResultStore store = stores.get()) {
      keep(store, header("s-1", "s"), events.toArray(new TrialEvent[0]));
    }
    try (ResultStore store = stores.get()) {
      assertEquals(only(Finished.class, events), trials(store, "s-1"));
      assertEquals(only(Measured.class, events), measurements(store, "s-1"));
    }
  }

  static void everyOutcomeComesBackAndOnlyTheCancelledWillBeRunAgain(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      List<Finished> events = new ArrayList<>();
      for (Outcome outcome : Outcome.values()) {
        events.add(finished(trial(outcome.ordinal()), outcome, 1));
      }
      keep(store, header("s-1", "s"), events.toArray(new TrialEvent[0]));
      assertEquals(events, trials(store, "s-1"));
      BitSet expected = bits(Outcome.COMPLETED.ordinal(), Outcome.DIVERGED.ordinal());
      expected.set(Outcome.FAILED.ordinal());
      assertEquals(expected, store.finished("s-1"));
    }
  }

  static void trialsAndMeasurementsComeInTheOrderOfTheIndex(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      try (ResultWriter writer = store.open(header("s-1", "s"))) {
        for (int index : new int[] {7, 300, 0, 65, 64, 63, 1_000_000, 8}) {
          writer.write(measured(trial(index), 1, index));
          writer.write(measured(trial(index), 2, -index));
          writer.write(finished(index));
          writer.flush();
        }
      }
      int[] order = {0, 7, 8, 63, 64, 65, 300, 1_000_000};
      List<Finished> trials = new ArrayList<>();
      List<Measured> measurements = new ArrayList<>();
      for (int index : order) {
        trials.add(finished(index));
        measurements.add(measured(trial(index), 1, index));
        measurements.add(measured(trial(index), 2, -index));
      }
      assertEquals(trials, trials(store, "s-1"));
      assertEquals(measurements, measurements(store, "s-1"));
      assertEquals(bits(order), store.finished("s-1"));
    }
  }

  static void measurementsOfATrialComeInTheOrderTheyWereWritten(Supplier<ResultStore> stores) {
    Trial trial = trial(3);
    List<Measured> written = new ArrayList<>();
    for (long step : new long[] {5, 1, 5, 0, 1_000_000}) {
      written.add(new Measured(trial, step, step, "zeta", step / 3.0));
      written.add(new Measured(trial, step, step, "alpha", step / 7.0));
    }
    try (ResultStore store = stores.get()) {
      try (ResultWriter writer = store.open(header("s-1", "s"))) {
        writer.write(new Started(trial));
        written.forEach(writer::write);
        writer.write(finished(3));
      }
      assertEquals(written, measurements(store, "s-1"));
    }
  }

  static void trialWrittenAgainReplacesTheOneBeforeWithItsMeasurements(
      Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      try (ResultWriter writer = store.open(header("s-1", "s"))) {
        for (int attempt = 1; attempt <= 3; attempt++) {
          for (int index = 0; index < 3; index++) {
            for (int step = attempt; step <= 3; step++) {
              writer.write(measured(trial(index), step, attempt));
            }
            writer.write(finished(trial(index), Outcome.COMPLETED, attempt));
          }
        }
      }
      assertThirdAttemptIsAllThereIs(store);
    }
  }

  static void trialWrittenAgainAfterReopeningReplacesTheOneBefore(Supplier<ResultStore> stores) {
    for (int attempt = 1; attempt <= 3; attempt++) {
      try (ResultStore store = stores.get();
          ResultWriter writer = store.open(header("s-1", "s"))) {
        for (int index = 2; index >= 0; index--) {
          for (int step = attempt; step <= 3; step++) {
            writer.write(measured(trial(index), step, attempt));
          }
          Outcome outcome = attempt == 3 ? Outcome.COMPLETED : Outcome.CANCELLED;
          writer.write(finished(trial(index), outcome, attempt));
        }
      }
    }
    try (ResultStore store = stores.get()) {
      assertThirdAttemptIsAllThereIs(store);
    }
  }

  /** So many that a writer does better not to hold them all; half a trial is no trial. */
  static void trialsWithVeryManyMeasurementsAreKeptWholeOrNotAtAll(Supplier<ResultStore> stores) {
    int many = 150_000;
    try (ResultStore store = stores.get()) {
      keep(store, header("s-1", "s"), measured(trial(1), 9, 9), finished(1), finished(2));
      try (ResultWriter writer = store.open(header("s-1", "s"))) {
        writer.write(finished(0));
        for (long step = 0; step < many; step++) {
          writer.write(measured(trial(3), step, 3));
        }
        writer.write(new Started(trial(1)));
        for (long step = 0; step < many; step++) {
          writer.write(measured(trial(1), step, step / 8.0));
        }
        writer.write(finished(1));
        for (long step = 0; step < many; step++) {
          writer.write(measured(trial(2), step, 2));
        }
      }
      assertEquals(List.of(finished(0), finished(1), finished(2)), trials(store, "s-1"));
      try (Stream<Measured> kept = store.measurements("s-1")) {
        Iterator<Measured> each = kept.iterator();
        for (long step = 0; step < many; step++) {
          assertEquals(measured(trial(1), step, step / 8.0), each.next());
        }
        assertEquals(false, each.hasNext());
      }
    }
  }

  static void unfinishedTrialIsNotThere(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      keep(
          store,
          header("s-1", "s"),
          measured(trial(1), 1, 1),
          measured(trial(2), 1, 7),
          new Started(trial(2)),
          measured(trial(2), 1, 2),
          finished(2),
          measured(trial(3), 1, 3),
          measured(trial(4), 1, 4),
          finished(4),
          new Started(trial(3)),
          measured(trial(3), 1, 3));
      assertEquals(List.of(finished(2), finished(4)), trials(store, "s-1"));
      List<Measured> kept = List.of(measured(trial(2), 1, 2), measured(trial(4), 1, 4));
      assertEquals(kept, measurements(store, "s-1"));
      assertEquals(bits(2, 4), store.finished("s-1"));

      keep(store, header("s-1", "s"), measured(trial(3), 9, 9), finished(3), finished(1));
      assertEquals(
          List.of(kept.get(0), measured(trial(3), 9, 9), kept.get(1)), measurements(store, "s-1"));
    }
  }

  static void whatWasFlushedIsSeenThroughAnotherStore(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get();
        ResultWriter writer = store.open(header("s-1", "s"))) {
      try (ResultStore reader = stores.get()) {
        assertEquals(List.of(header("s-1", "s")), reader.studies());
        writer.write(measured(trial(0), 1, 1));
        for (int index = 0; index < 5; index++) {
          writer.write(finished(index));
          writer.write(measured(trial(index + 1), 1, 1));
          writer.flush();
          assertEquals(index + 1, reader.finished("s-1").cardinality());
          assertEquals(index + 1, trials(reader, "s-1").size());
          assertEquals(index + 1, measurements(reader, "s-1").size());
        }
      }
    }
  }

  static void readingGoesOnWhileMoreIsWritten(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get();
        ResultWriter writer = store.open(header("s-1", "s"))) {
      for (int index = 0; index < 1000; index++) {
        writer.write(finished(index));
      }
      writer.flush();
      try (Stream<Finished> trials = store.trials("s-1")) {
        Iterator<Finished> iterator = trials.iterator();
        for (int index = 0; index < 1000; index++) {
          writer.write(finished(index + 1000));
          if (index % 100 == 0) {
            writer.flush();
          }
          assertEquals(finished(index), iterator.next());
        }
      }
      writer.flush();
      assertEquals(2000, trials(store, "s-1").size());
    }
  }

  static void manyTrialsComeBack(Supplier<ResultStore> stores) {
    int count = 20_000;
    try (ResultStore store = stores.get();
        ResultWriter writer = store.open(header("s-1", "s"))) {
      for (int place = 0; place < count; place++) {
        int index = (int) ((place * 7919L) % count);
        writer.write(measured(trial(index), 1, index));
        writer.write(finished(index));
      }
    }
    try (ResultStore store = stores.get()) {
      assertEquals(count, store.finished("s-1").cardinality());
      assertEquals(count, store.finished("s-1").length());
      List<Finished> trials = trials(store, "s-1");
      List<Measured> measurements = measurements(store, "s-1");
      assertEquals(count, trials.size());
      assertEquals(count, measurements.size());
      for (int index = 0; index < count; index++) {
        assertEquals(finished(index), trials.get(index));
        assertEquals(measured(trial(index), 1, index), measurements.get(index));
      }
    }
  }

  private static void assertThirdAttemptIsAllThereIs(ResultStore store) {
    List<Finished> trials = new ArrayList<>();
    List<Measured> measurements = new ArrayList<>();
    for (int index = 0; index < 3; index++) {
      trials.add(finished(trial(index), Outcome.COMPLETED, 3));
      measurements.add(measured(trial(index), 3, 3));
    }
    assertEquals(trials, trials(store, "s-1"));
    assertEquals(measurements, measurements(store, "s-1"));
    assertEquals(bits(0, 1, 2), store.finished("s-1"));
  }
}
