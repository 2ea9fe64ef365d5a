package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StudyRunnerTest {

  private static final int TRIALS = 2 * 3 * 20;

  private final LongAdder calls = new LongAdder();

  private static StudyBuilder study() {
    return new StudyBuilder()
        .repeats(20)
        .activations("tanh", "relu")
        .cadence(Cadence.every(7))
        .optimizers(component("sgd", "learning-rate", 0.1, 0.5), component("sampler", "size", 4.0));
  }

  /** Cancels after so many finished trials. */
  private static ResultSink cancelAfter(int trials, Cancellation cancellation) {
    int[] finished = new int[1];
    return header ->
        event -> {
          if (event instanceof TrialEvent.Finished && ++finished[0] == trials) {
            cancellation.cancel();
          }
        };
  }

  /** Fails at the given finished trial; says when it is closed. */
  private static ResultSink failingAt(int trial, List<String> log) {
    int[] finished = new int[1];
    return header ->
        new ResultWriter() {
          @Override
          public void write(TrialEvent event) {
            if (event instanceof TrialEvent.Finished && ++finished[0] == trial) {
              throw new IllegalStateException("the disk is full");
            }
          }

          @Override
          public void close() {
            log.add("closed");
          }
        };
  }

  private static boolean workersAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("sluice-worker") && thread.isAlive());
  }

  @Test
  void everyTrialIsKeptWithItsEventsInOrder() {
    Runs runs = Runs.of(study());
    MemoryStore store = new MemoryStore();
    assertThat(runs.into(store, 2, 8))
        .isEqualTo(new RunSummary(TRIALS, 0, TRIALS, 0, 0, false, List.of()));
    assertThat(store.rows()).hasSize(TRIALS);
    for (int i = 0; i < TRIALS; i++) {
      assertThat(store.rows().get(i).trial()).isEqualTo(runs.plan().trial(i));
    }
    assertThat(store.openWriters()).isZero();
    assertThat(workersAlive()).isFalse();
  }

  @Test
  void listenersGetTheSameEventsInTheSameOrder() {
    List<TrialEvent> one = new ArrayList<>();
    List<TrialEvent> other = new ArrayList<>();
    Runs.of(study()).into(new MemoryStore(), 4, 8, header -> one::add, header -> other::add);
    assertThat(one).hasSizeGreaterThan(TRIALS * 3).isEqualTo(other);
  }

  @Test
  void secondRunHasNothingToDo() {
    Runs runs = Runs.of(study());
    MemoryStore store = new MemoryStore();
    runs.into(store, 2, 0);
    List<TrialEvent> events = store.events();
    List<TrialEvent> again = new ArrayList<>();
    assertThat(runs.into(store, 2, 0, header -> again::add))
        .isEqualTo(new RunSummary(TRIALS, TRIALS, 0, 0, 0, false, List.of()));
    assertThat(again).isEmpty();
    assertThat(store.events()).isEqualTo(events);
  }

  @Test
  void cancelledRunsGoOnWhereTheyStoppedAndEndAlike() {
    Runs runs = Runs.of(study());
    List<TrialEvent> whole = runs.events(2, 0);
    for (int after : new int[] {1, 10, 60, 119}) {
      MemoryStore store = new MemoryStore();
      Cancellation cancellation = new Cancellation();
      RunSummary first =
          runs.into(store, new RunOptions(2, 3), cancellation, cancelAfter(after, cancellation));
      long kept =
          store.rows().stream().filter(r -> r.result().outcome() != Outcome.CANCELLED).count();
      assertThat(first.finished()).isEqualTo(kept).isGreaterThanOrEqualTo(after);
      assertThat(first.cancelled()).isEqualTo(kept < TRIALS);
      List<TrialEvent> rest = new ArrayList<>();
      RunSummary second = runs.into(store, 1, 40, header -> rest::add);
      assertThat(second)
          .isEqualTo(new RunSummary(TRIALS, kept, TRIALS - kept, 0, 0, false, List.of()));
      assertThat(rest)
          .filteredOn(TrialEvent.Started.class::isInstance)
          .hasSize((int) (TRIALS - kept));
      assertThat(store.events()).isEqualTo(whole);
    }
  }

  @Test
  void runsCancelledBeforehandComputeNothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    MemoryStore store = new MemoryStore();
    assertThat(Runs.of(study()).into(store, new RunOptions(2, 0), cancellation))
        .isEqualTo(new RunSummary(TRIALS, 0, 0, 0, 0, true, List.of()));
    assertThat(store.events()).isEmpty();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void trialsUnderWayEndAsCancelled() {
    Cancellation cancellation = new Cancellation();
    MemoryStore store = new MemoryStore();
    Runs runs = Runs.of(endless(), counting());
    RunSummary summary =
        runs.into(
            store, new RunOptions(2, 1), cancellation, waiting(), cancelAfter(1, cancellation));
    assertThat(summary.finished()).isEqualTo(1);
    assertThat(summary.cancelled()).isTrue();
    assertThat(store.rows())
        .filteredOn(row -> row.result().outcome() == Outcome.CANCELLED)
        .isNotEmpty()
        .allMatch(row -> row.result().cost() < 1e11);
    assertThat(store.finished(runs.header().id()).cardinality()).isEqualTo(1);
  }

  /** The first trial ends at once, for its rate overflows; the others would take days. */
  private static StudyBuilder endless() {
    return new StudyBuilder()
        .repeats(1)
        .activations("counting")
        .budget(Budget.of(1e11))
        .optimizers(component("sgd", "learning-rate", 1e200, 0.001, 0.002));
  }

  /** The identity, which counts its calls. */
  private Activation counting() {
    return new Scalar(
        "counting",
        x -> {
          calls.increment();
          return x;
        },
        x -> 1);
  }

  /** Lets events pass once the endless trials are under way. */
  private ResultSink waiting() {
    return header ->
        event -> {
          while (calls.sum() < 100_000) {
            Thread.onSpinWait();
          }
        };
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aFailingSinkStopsTheWorkersWhoseTrialsWouldTakeDays() {
    List<String> log = new ArrayList<>();
    Runs runs = Runs.of(endless(), counting());
    assertThatThrownBy(() -> runs.into(new MemoryStore(), 2, 1, waiting(), failingAt(1, log)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the disk is full");
    assertThat(workersAlive()).isFalse();
    assertThat(log).containsExactly("closed");
  }

  @Test
  void afterAFailingSinkTheStoreKeepsWhatItGotAndTheRunGoesOn() {
    Runs runs = Runs.of(study());
    MemoryStore store = new MemoryStore();
    List<String> log = new ArrayList<>();
    assertThatThrownBy(() -> runs.into(store, 2, 3, failingAt(10, log)))
        .hasMessage("the disk is full");
    assertThat(store.rows()).hasSize(10);
    assertThat(store.openWriters()).isZero();
    assertThat(runs.into(store, 2, 0).before()).isEqualTo(10);
    assertThat(store.events()).isEqualTo(runs.events(1, 8));
  }

  @Test
  void aSinkThatCannotBeOpenedClosesTheOthers() {
    List<String> log = new ArrayList<>();
    MemoryStore store = new MemoryStore();
    ResultSink closed =
        header -> {
          throw new IllegalStateException("no permission");
        };
    assertThatThrownBy(() -> Runs.of(study()).into(store, 2, 0, failingAt(-1, log), closed))
        .hasMessage("no permission");
    assertThat(log).containsExactly("closed");
    assertThat(store.openWriters()).isZero();
    assertThat(store.events()).isEmpty();
    assertThat(workersAlive()).isFalse();
  }

  @Test
  void aSinkThatCannotBeClosedIsReportedAndTheOthersAreClosed() {
    List<String> log = new ArrayList<>();
    MemoryStore store = new MemoryStore();
    ResultSink sticky =
        header ->
            new ResultWriter() {
              @Override
              public void write(TrialEvent event) {}

              @Override
              public void close() {
                throw new IllegalStateException("cannot flush");
              }
            };
    assertThatThrownBy(() -> Runs.of(study()).into(store, 2, 0, sticky, failingAt(-1, log)))
        .hasMessage("cannot flush");
    assertThat(log).containsExactly("closed");
    assertThat(store.rows()).hasSize(TRIALS);
  }
}
