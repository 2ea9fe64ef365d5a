package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.Budget;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.engine.watch.Waiting;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finished trial is kept soon, and a store that does not keep it is found out. */
class KeepingTest {

  private static final int TRIALS = 6;

  private static Runs study() {
    return Runs.of(
        new StudyBuilder().repeats(TRIALS).optimizers(component("sgd", "learning-rate", 0.1)));
  }

  private static RunSummary run(
      Runs runs,
      ResultStore store,
      LongSupplier clock,
      Cancellation cancellation,
      ResultSink... listeners) {
    StorePatience patience = new StorePatience(Duration.ZERO, cancellation, Waiting.UNHEARD);
    return new StudyRunner(
            runs.plan(),
            runs.header(),
            BlockExecutor.ofThisProcess(),
            new RunOptions(2, 1),
            cancellation,
            patience,
            clock)
        .run(store, List.of(listeners));
  }

  /** Writes down when it is flushed and closed. */
  private static ResultSink logging(List<String> log, Runnable atFlush) {
    return header ->
        new ResultWriter() {
          @Override
          public void write(TrialEvent event) {
            if (event instanceof Finished) {
              log.add("finished");
            }
          }

          @Override
          public void flush() {
            log.add("flushed");
            atFlush.run();
          }

          @Override
          public void close() {
            log.add("closed");
          }
        };
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void finishedTrialsAreFlushedWhileOtherBlocksCompute() {
    // The first trial ends at once, for its rate overflows; the other would take days and ends
    // only because the flush cancels it.
    Runs runs =
        Runs.of(
            new StudyBuilder()
                .repeats(1)
                .activations("identity")
                .budget(Budget.of(1e11))
                .optimizers(component("sgd", "learning-rate", 1e200, 0.001)));
    MemoryStore store = new MemoryStore();
    Cancellation cancellation = new Cancellation();
    BitSet seen = new BitSet();
    List<String> log = new ArrayList<>();
    AtomicLong time = new AtomicLong();
    run(
        runs,
        store,
        () -> time.addAndGet(PatientWriter.FLUSH_NANOS / 3),
        cancellation,
        logging(
            log,
            () -> {
              seen.or(store.finished(runs.header().id()));
              cancellation.cancel();
            }));
    assertThat(seen.cardinality()).isEqualTo(1);
    assertThat(log).startsWith("finished", "flushed").endsWith("closed");
  }

  /** Each trial takes so many nanoseconds from its first event to the look at the clock. */
  @ParameterizedTest
  @CsvSource({"0, 0", "333333333, 1", "999999999, 3", "1000000000, 6", "5000000000, 6"})
  void whatIsWrittenWaitsForTheClockAndNoLonger(long nanoseconds, int flushes) {
    List<String> log = new ArrayList<>();
    AtomicLong time = new AtomicLong();
    ResultSink passing =
        header ->
            event -> {
              if (event instanceof Finished) {
                time.addAndGet(nanoseconds);
              }
            };
    ResultSink logging = logging(log, () -> {});
    run(study(), new MemoryStore(), time::get, new Cancellation(), passing, logging);
    assertThat(log).filteredOn("flushed"::equals).hasSize(flushes);
    assertThat(log).filteredOn("finished"::equals).hasSize(TRIALS);
    assertThat(log).endsWith("closed");
  }

  @Test
  void interruptedRunKeepsWhatItHasAndStaysInterrupted() {
    MemoryStore store = new MemoryStore();
    Runs runs = study();
    ResultSink interrupting = header -> event -> Thread.currentThread().interrupt();
    RunSummary summary = run(runs, store, () -> 0, new Cancellation(), interrupting);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.finished(runs.header().id()).cardinality())
        .isEqualTo((int) summary.finished())
        .isPositive();
  }

  /** What a store does with the n-th finished trial it is given, from 0. */
  private enum Loss {
    NOTHING,
    EVERYTHING,
    THE_LAST,
    EVERY_THIRD;

    boolean loses(int trial) {
      return switch (this) {
        case NOTHING -> false;
        case EVERYTHING -> true;
        case THE_LAST -> trial == TRIALS - 1;
        case EVERY_THIRD -> trial % 3 == 0;
      };
    }
  }

  @ParameterizedTest
  @CsvSource({"EVERYTHING, 0, 0", "THE_LAST, 5, 5", "EVERY_THIRD, 4, 0"})
  void lostTrialsAreCountedAndNamed(Loss loss, int kept, int first) {
    LossyStore store = new LossyStore(loss);
    assertThatThrownBy(() -> run(study(), store, () -> 0, new Cancellation()))
        .isInstanceOf(LostTrialsException.class)
        .hasMessageContaining("has only " + kept + " of the 6 finished trials of test-")
        .hasMessageContaining("trial " + first + ",");
  }

  @Test
  void nothingIsSaidOfAStoreThatLosesNothing() {
    assertThat(run(study(), new LossyStore(Loss.NOTHING), () -> 0, new Cancellation()))
        .isEqualTo(new RunSummary(TRIALS, 0, TRIALS, 0, 0, false, List.of()));
  }

  @Test
  void trialsLostOfAStoppedRunAreCountedToo() {
    Cancellation cancellation = new Cancellation();
    ResultSink stopping = header -> event -> cancellation.cancel();
    assertThatThrownBy(
            () -> run(study(), new LossyStore(Loss.EVERYTHING), () -> 0, cancellation, stopping))
        .isInstanceOf(LostTrialsException.class)
        .hasMessageContaining("has only 0 of the ");
  }

  @Test
  void trialsThatWereThereBeforeMustBeThereAfterwards() {
    Runs runs = study();
    LossyStore store = new LossyStore(Loss.NOTHING);
    run(runs, store, () -> 0, new Cancellation());
    store.forgets = true;
    assertThatThrownBy(() -> run(runs, store, () -> 0, new Cancellation()))
        .isInstanceOf(LostTrialsException.class)
        .hasMessageContaining("has only 0 of the 6 finished trials");
  }

  @Test
  void trialsThatAreNotSoundAreRunAgain() {
    Runs runs = study();
    LossyStore store = new LossyStore(Loss.NOTHING);
    run(runs, store, () -> 0, new Cancellation());
    List<TrialEvent> whole = store.memory.events();
    store.unsound.set(1);
    store.unsound.set(4);
    List<Long> again = new ArrayList<>();
    ResultSink noting =
        header ->
            event -> {
              if (event instanceof Finished) {
                again.add(event.trial().index());
              }
            };
    assertThat(run(runs, store, () -> 0, new Cancellation(), noting))
        .isEqualTo(new RunSummary(TRIALS, TRIALS - 2, 2, 0, 0, false, List.of()));
    assertThat(again).containsExactlyInAnyOrder(1L, 4L);
    assertThat(store.memory.events()).isEqualTo(whole);
  }

  /** A store with a fault. */
  private static final class LossyStore implements ResultStore {
    private final MemoryStore memory = new MemoryStore();
    private final Loss loss;
    private final BitSet unsound = new BitSet();
    private boolean forgets;

    LossyStore(Loss loss) {
      this.loss = loss;
    }

    @Override
    public ResultWriter open(StudyHeader header) {
      ResultWriter writer = memory.open(header);
      return new ResultWriter() {
        private final List<TrialEvent> trial = new ArrayList<>();

        @Override
        public void write(TrialEvent event) {
          trial.add(event);
          if (event instanceof Finished) {
            if (!loss.loses((int) event.trial().index())) {
              trial.forEach(writer::write);
            }
            trial.clear();
          }
        }

        @Override
        public void flush() {
          writer.flush();
        }

        @Override
        public void close() {
          writer.close();
        }
      };
    }

    @Override
    public List<StudyHeader> studies() {
      return memory.studies();
    }

    @Override
    public BitSet finished(String studyId) {
      return forgets ? new BitSet() : memory.finished(studyId);
    }

    @Override
    public BitSet sound(String studyId) {
      BitSet sound = memory.finished(studyId);
      sound.andNot(unsound);
      return sound;
    }

    @Override
    public Stream<Finished> trials(String studyId) {
      return memory.trials(studyId);
    }

    @Override
    public Stream<Measured> measurements(String studyId) {
      return memory.measurements(studyId);
    }

    @Override
    public void close() {}
  }
}
