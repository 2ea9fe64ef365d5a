package io.sluice.sdk.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A study that is begun again after each fault until it is whole. One seed decides what is written
 * when, and what goes wrong.
 */
final class FaultyRun {

  private static final int MOST_FAULTS = 5;
  private static final int TRIALS = 6;

  /** As the engine flushes: a second after what was written first. */
  private static final int FLUSHED_AFTER_MILLIS = 1000;

  private final LineStoreExtension stores;
  private final Random random;
  private final MemoryDisk disk;
  private final Path folder;
  private final Map<Integer, List<TrialEvent>> events = new TreeMap<>();
  private final BitSet flushed = new BitSet();

  FaultyRun(LineStoreExtension stores, long seed) {
    this.stores = stores;
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    disk = new MemoryDisk(random);
    folder = disk.root().resolve("results").resolve("store");
    for (int i = 0; i < TRIALS; i++) {
      int index = 4 * i;
      List<TrialEvent> trial = new ArrayList<>();
      for (int step = random.nextInt(4); step > 0; step--) {
        trial.add(Samples.measured(index, step, random.nextDouble()));
      }
      trial.add(Samples.finished(index));
      events.put(index, trial);
    }
  }

  /** Plays it to its end and says how often the study was begun. */
  int play() {
    int sessions = 0;
    for (boolean whole = false; !whole; sessions++) {
      if (sessions < MOST_FAULTS) {
        int after = random.nextInt(40);
        if (random.nextInt(3) > 0) {
          disk.killAfter(after);
        } else {
          disk.fillUp(after, random.nextInt(12));
        }
      }
      whole = session();
      boolean killed = disk.isKilled();
      disk.revive();
      if (killed && random.nextBoolean()) {
        disk.losePower();
      }
    }
    try (ResultStore store = stores.open(folder)) {
      assertThat(store.studies()).containsExactly(Samples.HEADER);
      assertThat(store.unreadable()).isEmpty();
      assertThat(trials(store)).isEqualTo(expected(Finished.class));
      assertThat(measurements(store)).isEqualTo(expected(Measured.class));
    }
    return sessions;
  }

  private <T> List<T> expected(Class<T> kind) {
    return events.values().stream()
        .flatMap(List::stream)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Writes what is missing and says whether that went well. */
  private boolean session() {
    ResultWriter writer = null;
    try (ResultStore store = stores.open(folder)) {
      assertThat(store.unreadable()).isEmpty();
      assertThat(contains(store.finished("xor-1"), flushed)).isTrue();
      writer = store.open(Samples.HEADER);
      assertRightSoFar(store);
      write(writer, store.sound("xor-1"));
      return true;
    } catch (MemoryDisk.KilledException killed) {
      return false;
    } catch (ResultStoreException full) {
      assertThat(full.isUnavailable()).as(full.getMessage()).isTrue();
      return false;
    } finally {
      giveBack(writer);
    }
  }

  /** As the end of a process does; what can still be written is written. */
  private static void giveBack(ResultWriter writer) {
    if (writer != null) {
      try {
        writer.close();
      } catch (MemoryDisk.KilledException | ResultStoreException again) {
        // What was not flushed is not promised.
      }
    }
  }

  private void assertRightSoFar(ResultStore store) {
    BitSet sound = store.sound("xor-1");
    assertThat(contains(sound, flushed)).as("flushed %s, sound %s", flushed, sound).isTrue();
    List<Finished> trials = trials(store);
    assertThat(trials.stream().map(trial -> trial.trial().index())).doesNotHaveDuplicates();
    for (Finished trial : trials) {
      assertThat(trial).isIn(Samples.finished((int) trial.trial().index()), cancelled(trial));
    }
  }

  private static boolean contains(BitSet all, BitSet some) {
    BitSet missing = (BitSet) some.clone();
    missing.andNot(all);
    return missing.isEmpty();
  }

  private static Finished cancelled(Finished trial) {
    return new Finished(
        trial.trial(),
        new TrialResult(Outcome.CANCELLED, 1, 3, 1, 1, 1, 1, List.of(Double.NaN, Double.NaN), ""));
  }

  private void write(ResultWriter writer, BitSet kept) {
    List<Integer> missing = new ArrayList<>(events.keySet());
    missing.removeIf(kept::get);
    Collections.shuffle(missing, random);
    BitSet written = new BitSet();
    int millis = 0;
    for (int index : missing) {
      if (random.nextInt(8) == 0) {
        writer.write(cancelled(Samples.finished(index)));
      }
      events.get(index).forEach(writer::write);
      written.set(index);
      millis += random.nextInt(FLUSHED_AFTER_MILLIS);
      if (millis >= FLUSHED_AFTER_MILLIS) {
        millis = 0;
        flush(writer);
        flushed.or(written);
      }
    }
    writer.close();
    flushed.or(written);
  }

  /** Tries again what does not work while the disk is full, but not always. */
  private void flush(ResultWriter writer) {
    while (true) {
      try {
        writer.flush();
        return;
      } catch (ResultStoreException full) {
        if (!full.isUnavailable() || random.nextInt(4) == 0) {
          throw full;
        }
      }
    }
  }

  private static List<Finished> trials(ResultStore store) {
    try (Stream<Finished> trials = store.trials("xor-1")) {
      return trials.toList();
    }
  }

  private static List<Measured> measurements(ResultStore store) {
    try (Stream<Measured> measurements = store.measurements("xor-1")) {
      return measurements.toList();
    }
  }
}
