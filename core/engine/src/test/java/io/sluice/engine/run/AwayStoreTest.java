package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.engine.support.WrappedStore;
import io.sluice.engine.watch.Waiting;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs into stores that are away for a while. */
class AwayStoreTest {

  private static final int TRIALS = 40;

  private final Runs runs =
      Runs.of(
          new StudyBuilder()
              .repeats(TRIALS)
              .activations("tanh")
              .optimizers(component("sgd", "learning-rate", 0.1)));
  private final MemoryStore memory = new MemoryStore();
  private final Cancellation cancellation = new Cancellation();
  private final List<String> told = new ArrayList<>();

  private static ResultStoreException full() {
    return ResultStoreException.unavailable("results.db cannot grow: the disk is full", null);
  }

  /** Fails from the given call of write or flush on, as often as is said, and then works. */
  private final class Away extends WrappedStore {
    private final int first;
    private final Supplier<ResultStoreException> failure;
    private int failures;
    private int calls;

    Away(int first, int failures, Supplier<ResultStoreException> failure) {
      super(memory);
      this.first = first;
      this.failures = failures;
      this.failure = failure;
    }

    private void call() {
      if (++calls >= first && failures-- > 0) {
        throw failure.get();
      }
    }

    @Override
    public ResultWriter open(StudyHeader header) {
      ResultWriter writer = super.open(header);
      return new ResultWriter() {
        @Override
        public void write(TrialEvent event) {
          call();
          writer.write(event);
        }

        @Override
        public void flush() {
          call();
          writer.flush();
        }

        @Override
        public void close() {
          writer.close();
        }
      };
    }
  }

  private StorePatience patience(Duration most, Runnable whenWaiting) {
    return new StorePatience(
        most,
        cancellation,
        new Waiting() {
          @Override
          public void waits(String why, Duration since) {
            told.add(why);
            whenWaiting.run();
          }

          @Override
          public void over() {
            told.add("over");
          }
        });
  }

  private RunSummary run(WrappedStore store, StorePatience patience, List<TrialEvent> heard) {
    return new StudyRunner(
            runs.plan(),
            runs.header(),
            BlockExecutor.ofThisProcess(),
            new RunOptions(2, 4),
            cancellation,
            patience,
            () -> 0)
        .run(store, List.of(header -> heard::add));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "50, 1", "81, 2", "50, 5"})
  void whatWasNotFlushedIsWrittenAgainWhenTheStoreIsBack(int first, int failures) {
    List<TrialEvent> heard = new ArrayList<>();
    RunSummary summary =
        run(
            new Away(first, failures, AwayStoreTest::full),
            patience(Duration.ofMinutes(1), () -> {}),
            heard);
    assertThat(summary).isEqualTo(new RunSummary(TRIALS, 0, TRIALS, 0, 0, false, List.of()));
    assertThat(memory.events()).isEqualTo(runs.events(1, 0));
    assertThat(memory.openWriters()).isZero();
    assertThat(heard).hasSameSizeAs(memory.events()).doesNotHaveDuplicates();
    assertThat(told).contains("for the store: results.db cannot grow: the disk is full", "over");
  }

  @Test
  void storeThatStaysAwayEndsTheRunWithWhatToDo() {
    assertThatThrownBy(
            () ->
                run(
                    new Away(20, Integer.MAX_VALUE, AwayStoreTest::full),
                    patience(Duration.ofMillis(200), () -> {}),
                    new ArrayList<>()))
        .isInstanceOf(ResultStoreException.class)
        .hasMessage(
            "results.db cannot grow: the disk is full; waited 0 s for that to pass, in vain. What"
                + " was kept before is there: mend it, and the same command goes on");
    RunSummary rest = runs.into(memory, 1, 0);
    assertThat(rest.kept()).isEqualTo(TRIALS);
    assertThat(memory.events()).isEqualTo(runs.events(1, 0));
  }

  @Test
  void otherFailuresAreNotTriedAgain() {
    Away damaged =
        new Away(5, 1, () -> ResultStoreException.damaged("results.db", "page 3 is torn"));
    assertThatThrownBy(
            () -> run(damaged, patience(Duration.ofMinutes(1), () -> {}), new ArrayList<>()))
        .hasMessageStartingWith("results.db is damaged");
    assertThat(told).containsOnly("over");
  }

  @Test
  void stoppingEndsTheWaitAndCountsOnlyWhatIsKept() {
    RunSummary summary =
        run(
            new Away(30, Integer.MAX_VALUE, AwayStoreTest::full),
            patience(Duration.ofMinutes(10), cancellation::cancel),
            new ArrayList<>());
    assertThat(summary.cancelled()).isTrue();
    assertThat(summary.finished())
        .isLessThanOrEqualTo(memory.finished(runs.header().id()).cardinality())
        .isLessThan(TRIALS);
    assertThat(memory.openWriters()).isZero();
  }

  @Test
  void runThatIsStoppedWhileItWaitsToBeginSaysSo() {
    WrappedStore away =
        new WrappedStore(memory) {
          @Override
          public BitSet finished(String studyId) {
            throw full();
          }
        };
    assertThatThrownBy(
            () ->
                run(
                    away,
                    patience(Duration.ofMinutes(10), cancellation::cancel),
                    new ArrayList<>()))
        .isInstanceOf(CancellationException.class)
        .hasMessage("stopped while waiting for the store");
  }
}
