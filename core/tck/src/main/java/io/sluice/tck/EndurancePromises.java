package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.Expected.assertTrue;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.measured;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.measurements;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What every result store does when it is killed, read by many, written twice, or very full. */
final class EndurancePromises {

  private static final StudyHeader HEADER = header("s-1", "s");
  private static final int TRIALS = 400;

  private EndurancePromises() {}

  /** As a run does that was told too late that its last flush came through. */
  static void sameEventsAgainChangeNothing(Supplier<ResultStore> stores) {
    for (int time = 0; time < 2; time++) {
      try (ResultStore store = stores.get();
          ResultWriter writer = store.open(HEADER)) {
        for (int again = 0; again < 2; again++) {
          for (int index = 0; index < 10; index++) {
            write(writer, index);
          }
          writer.flush();
          assertTheFirst(10, store);
        }
      }
    }
    try (ResultStore store = stores.get()) {
      assertTheFirst(10, store);
      assertEquals(List.of(HEADER), store.studies());
    }
  }

  /**
   * What a kill leaves are the files as they are at that moment: another store is opened on a copy
   * of them while the first one is still being written. A store that has no files is left alone.
   */
  static void flushedTrialsSurviveAKill(Path place, Function<Path, ResultStore> stores) {
    int flushed = 100;
    Path copy = place.getParent().resolveSibling("killed").resolve(place.getFileName());
    try (ResultStore store = stores.apply(place);
        ResultWriter writer = store.open(HEADER)) {
      for (int index = 0; index < flushed; index++) {
        write(writer, index);
      }
      writer.flush();
      for (int index = flushed; index < TRIALS - 1; index++) {
        write(writer, index);
      }
      writer.write(measured(trial(TRIALS - 1), 1, 1));
      if (!Files.exists(place)) {
        return;
      }
      copy(place, copy);
    }
    try (ResultStore store = stores.apply(copy)) {
      int kept = store.finished(HEADER.id()).cardinality();
      assertTrue(kept >= flushed);
      assertTheFirst(kept, store);
      assertEquals(store.finished(HEADER.id()), store.sound(HEADER.id()));
      assertEquals(List.of(), store.unreadable());
      try (ResultWriter writer = store.open(HEADER)) {
        for (int index = kept; index < TRIALS; index++) {
          write(writer, index);
        }
      }
      assertTheFirst(TRIALS, store);
    }
  }

  /** Some readers have a store of their own, as those of other processes, and one shares it. */
  static void readersBesideTheWriterSeeWholeTrials(Supplier<ResultStore> stores) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> readers = new ArrayList<>();
    try (ResultStore store = stores.get()) {
      try (ResultWriter writer = store.open(HEADER);
          ResultStore own = stores.get()) {
        for (ResultStore each : List.of(store, own, own)) {
          readers.add(new Thread(() -> read(each, over, failure), "reader of a check"));
        }
        readers.forEach(reader -> reader.setDaemon(true));
        readers.forEach(Thread::start);
        try {
          for (int index = 0; index < TRIALS; index++) {
            write(writer, index);
            if (index % 10 == 0) {
              writer.flush();
            }
          }
        } finally {
          over.set(true);
          join(readers);
        }
      }
      if (failure.get() != null) {
        throw new CompletionException(failure.get());
      }
      assertTheFirst(TRIALS, store);
    }
  }

  private static void read(
      ResultStore store, AtomicBoolean over, AtomicReference<Throwable> failure) {
    try {
      int before = 0;
      boolean last;
      do {
        last = over.get();
        int finished = store.finished(HEADER.id()).cardinality();
        assertTrue(finished >= before);
        List<Finished> trials = trials(store, HEADER.id());
        assertTrue(trials.size() >= finished);
        assertEquals(expectedTrials(trials.size()), trials);
        List<Measured> measurements = measurements(store, HEADER.id());
        assertTrue(SIZES.contains(measurements.size()));
        assertEquals(ALL.subList(0, measurements.size()), measurements);
        before = finished;
      } while (!last);
    } catch (Throwable thrown) { // Whatever a stranger's store throws at a reader.
      failure.compareAndSet(null, thrown);
    }
  }

  private static void join(List<Thread> readers) {
    try {
      for (Thread reader : readers) {
        reader.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A hundred thousand trials with ten measurements each, read back one by one. */
  static void aMillionMeasurementsComeBack(Supplier<ResultStore> stores) {
    int count = 100_000;
    int each = 10;
    try (ResultStore store = stores.get()) {
      try (ResultWriter writer = store.open(HEADER)) {
        for (int index = 0; index < count; index++) {
          Finished finished = finished(index);
          for (int step = 0; step < each; step++) {
            writer.write(measured(finished.trial(), step, index + step / 16.0));
          }
          writer.write(finished);
          if (index % 10_000 == 0) {
            writer.flush();
          }
        }
      }
      assertEquals(count, store.sound(HEADER.id()).cardinality());
      try (Stream<Finished> trials = store.trials(HEADER.id());
          Stream<Measured> measurements = store.measurements(HEADER.id())) {
        Iterator<Finished> nextTrial = trials.iterator();
        Iterator<Measured> nextMeasured = measurements.iterator();
        for (int index = 0; index < count; index++) {
          Finished finished = finished(index);
          assertEquals(finished, nextTrial.next());
          for (int step = 0; step < each; step++) {
            assertEquals(
                measured(finished.trial(), step, index + step / 16.0), nextMeasured.next());
          }
        }
        assertEquals(false, nextTrial.hasNext() || nextMeasured.hasNext());
      }
    }
  }

  /** Every measurement of the trials of these checks, and how many those before a trial have. */
  private static final List<Measured> ALL = new ArrayList<>();

  private static final Set<Integer> SIZES = new HashSet<>();

  static {
    for (int index = 0; index < TRIALS; index++) {
      SIZES.add(ALL.size());
      ALL.addAll(measurementsOf(index));
    }
    SIZES.add(ALL.size());
  }

  private static List<Measured> measurementsOf(int index) {
    List<Measured> measurements = new ArrayList<>();
    for (int step = 0; step < index % 3; step++) {
      measurements.add(measured(trial(index), step, index + step / 16.0));
    }
    return measurements;
  }

  private static void write(ResultWriter writer, int index) {
    measurementsOf(index).forEach(writer::write);
    writer.write(finished(index));
  }

  private static List<Finished> expectedTrials(int count) {
    List<Finished> expected = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      expected.add(finished(index));
    }
    return expected;
  }

  private static void assertTheFirst(int count, ResultStore store) {
    List<Measured> expected = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      expected.addAll(measurementsOf(index));
    }
    assertEquals(expectedTrials(count), trials(store, HEADER.id()));
    assertEquals(expected, measurements(store, HEADER.id()));
    assertEquals(count, store.finished(HEADER.id()).cardinality());
  }

  /** Copies the folder in which the place is. */
  private static void copy(Path place, Path copy) {
    Path folder = place.getParent();
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) below::iterator) {
        Path to = copy.getParent().resolve(folder.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(to);
        } else {
          Files.copy(path, to);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
