package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.Cadence;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.SeveralStudies;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.engine.watch.Waiting;
import io.sluice.sketch.CellSketch;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.TrialEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SummarySinkTest {

  private static final int ROWS = 3;
  private static final int REPEATS = 20;

  private static StudyBuilder study() {
    return new StudyBuilder()
        .activations("tanh", "relu")
        .repeats(REPEATS)
        .targets(0.5, 0.1)
        .cadence(Cadence.every(3));
  }

  private static Runs summarized() {
    return Runs.of(study().summaries(ROWS));
  }

  private static List<CellSummary> summaries(MemoryStore store) {
    return store.summaries("").toList();
  }

  /** What the summaries must be, from the rows of the same study without them. */
  private static List<String> expected() {
    Map<Integer, CellSketch> sketches = new TreeMap<>();
    Map<String, Double> last = new HashMap<>();
    for (TrialEvent event : Runs.of(study()).events(1, 0)) {
      if (event instanceof TrialEvent.Started) {
        last.clear();
      } else if (event instanceof TrialEvent.Measured) {
        TrialEvent.Measured measured = (TrialEvent.Measured) event;
        last.put(measured.metric(), measured.value());
      } else {
        sketches
            .computeIfAbsent(event.trial().cell().index(), cell -> new CellSketch(2))
            .add(((TrialEvent.Finished) event).result(), last);
      }
    }
    return sketches.values().stream().map(CellSketch::text).toList();
  }

  private static List<TrialEvent> expectedRows() {
    return Runs.of(study()).events(1, 0).stream()
        .filter(event -> event.trial().repeat() < ROWS)
        .toList();
  }

  private static void assertAllIsThere(MemoryStore store) {
    assertThat(summaries(store)).extracting(CellSummary::content).isEqualTo(expected());
    assertThat(summaries(store)).extracting(CellSummary::trials).containsExactly("0-19", "20-39");
    assertThat(store.events()).isEqualTo(expectedRows());
    assertThat(store.done("").cardinality()).isEqualTo(2 * REPEATS);
  }

  @Test
  void rowsAreThoseOfTheFirstTrialsAndSummariesCountAll() {
    for (int threads : new int[] {1, 2}) {
      for (int lanes : new int[] {0, 1, 7}) {
        MemoryStore store = new MemoryStore();
        RunSummary summary = summarized().into(store, threads, lanes);
        assertThat(summary.finished()).isEqualTo(2 * REPEATS);
        assertAllIsThere(store);
      }
    }
  }

  /** Ended after so many trials, with what was flushed by then, and gone on with. */
  @Test
  void stoppedAnywhereAndGoneOnWithNoTrialIsLostOrCountedTwice() {
    for (int stop = 1; stop < 2 * REPEATS; stop += 3) {
      MemoryStore store = new MemoryStore();
      Runs runs = summarized();
      for (int round = 0; round < 50 && store.done("").cardinality() < 2 * REPEATS; round++) {
        stopAfter(stop, runs, store);
      }
      assertAllIsThere(store);
      assertThat(runs.into(store, 2, 0).finished()).isZero();
    }
  }

  private static void stopAfter(int trials, Runs runs, MemoryStore store) {
    AtomicLong time = new AtomicLong();
    AtomicLong finished = new AtomicLong();
    Cancellation cancellation = new Cancellation();
    ResultSink failing =
        header ->
            event -> {
              if (event instanceof TrialEvent.Finished && finished.incrementAndGet() > trials) {
                throw new IllegalStateException("killed");
              }
            };
    try {
      new StudyRunner(
              runs.plan(),
              runs.header(),
              BlockExecutor.ofThisProcess(),
              new RunOptions(2, 4),
              cancellation,
              new StorePatience(Duration.ofMinutes(1), cancellation, Waiting.UNHEARD),
              () -> time.addAndGet(PatientWriter.FLUSH_NANOS))
          .run(store, List.of(failing));
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
    }
  }

  @Test
  void rowThatWasLostIsRunAgainAndNotCountedAgain() {
    MemoryStore store = new MemoryStore();
    summarized().into(store, 1, 0);
    store.loseRow(1);
    assertThat(summarized().into(store, 1, 0).finished()).isEqualTo(1);
    assertAllIsThere(store);
  }

  @Test
  void summaryThatWasLostIsMadeAgain() {
    MemoryStore store = new MemoryStore();
    summarized().into(store, 1, 0);
    store.loseSummary(1);
    assertThat(summarized().into(store, 1, 0).finished()).isEqualTo(REPEATS);
    assertAllIsThere(store);
  }

  @Test
  void listenersHearOfEveryTrial() {
    List<TrialEvent> heard = new ArrayList<>();
    summarized().into(new MemoryStore(), 1, 0, header -> heard::add);
    assertThat(heard).hasSameElementsAs(Runs.of(study()).events(1, 0));
  }

  @Test
  void storeWithoutRoomForSummariesSaysSoBeforeATrialIsRun() {
    Runs runs = summarized();
    assertThatThrownBy(() -> runs.into(new SeveralStudies(), 1, 0))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("keeps summaries")
        .hasMessageContaining("--store");
  }

  @Test
  void contentThatIsOfALaterVersionIsNotGoneOnWith() {
    MemoryStore store = new MemoryStore();
    Runs runs = summarized();
    runs.into(store, 1, 0);
    CellSummary kept = summaries(store).get(0);
    try (var writer = store.open(runs.header())) {
      writer.write(new CellSummary(kept.cell(), kept.trials(), "sketch 2"));
    }
    assertThatThrownBy(() -> runs.into(store, 1, 0))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("cell 0")
        .hasMessageContaining("sketch 2");
    assertThat(store.openWriters()).isZero();
  }
}
