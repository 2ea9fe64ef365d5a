package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.SharedStore;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.engine.watch.Waiting;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.TrialEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several runs of one study into one store. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SharedRunTest {

  private final Runs runs =
      Runs.of(
          new StudyBuilder()
              .repeats(400)
              .activations("tanh", "relu")
              .optimizers(
                  component("sgd", "learning-rate", 0.1, 0.5), component("sampler", "size", 4.0)));
  private final long trials = runs.plan().trials();
  private final MemoryStore memory = new MemoryStore();
  private final SharedStore store = new SharedStore(memory);
  private final List<Long> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<String> waits = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService processes = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    processes.shutdownNow();
  }

  private Future<RunSummary> process(
      Duration life, Cancellation cancellation, ResultSink... further) {
    return process(runs, life, cancellation, further);
  }

  private Future<RunSummary> process(
      Runs runs, Duration life, Cancellation cancellation, ResultSink... further) {
    ResultSink counter =
        header ->
            event -> {
              if (event instanceof TrialEvent.Started) {
                ran.add(event.trial().index());
              }
            };
    List<ResultSink> sinks = new ArrayList<>(List.of(further));
    sinks.add(counter);
    Waiting waiting = (why, since) -> waits.add(why);
    Callable<RunSummary> run =
        () ->
            new StudyRunner(
                    runs.plan(),
                    runs.header(),
                    BlockExecutor.ofThisProcess(),
                    new RunOptions(1, 0).withLeaseLife(life),
                    cancellation,
                    new StorePatience(Duration.ofMinutes(1), cancellation, waiting))
                .run(store, sinks);
    return processes.submit(run);
  }

  /** Lets the run go on after its first event only when the latch is down. */
  private static ResultSink holding(CountDownLatch latch) {
    return header ->
        event -> {
          try {
            latch.await();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        };
  }

  @Test
  void eachTrialIsRunByOneOfTwo() throws Exception {
    Future<RunSummary> one = process(Duration.ofMinutes(1), new Cancellation());
    Future<RunSummary> other = process(Duration.ofMinutes(1), new Cancellation());
    RunSummary first = one.get();
    RunSummary second = other.get();
    assertThat(ran).hasSize((int) trials).doesNotHaveDuplicates();
    assertThat(first.finished() + second.finished()).isEqualTo(trials);
    assertThat(first.kept()).isEqualTo(trials);
    assertThat(second.kept()).isEqualTo(trials);
    assertThat(first.cancelled() || second.cancelled()).isFalse();
    assertThat(memory.events()).isEqualTo(runs.events(1, 0));
    assertThat(store.leased()).isZero();
  }

  @Test
  void oneEndsOnlyWhenTheOtherHasFinishedItsShareAndSaysForWhomItWaits() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Future<RunSummary> slow = process(Duration.ofMinutes(1), new Cancellation(), holding(latch));
    while (store.leased() == 0) {
      Thread.onSpinWait();
    }
    Future<RunSummary> quick = process(Duration.ofMinutes(1), new Cancellation());
    while (waits.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(quick.isDone()).isFalse();
    assertThat(waits.get(0)).isEqualTo("for the rest of the study, which process 0 computes");
    latch.countDown();
    assertThat(quick.get().kept()).isEqualTo(trials);
    assertThat(slow.get().finished()).isPositive();
    assertThat(ran).hasSize((int) trials).doesNotHaveDuplicates();
  }

  @Test
  void sharesOfOneThatIsNotHeardOfAreTakenOver() throws Exception {
    store.takeByTheDead(1, SharedStore.briefly());
    RunSummary summary = process(Duration.ofMinutes(1), new Cancellation()).get();
    assertThat(summary.finished()).isEqualTo(trials);
    assertThat(ran).hasSize((int) trials).doesNotHaveDuplicates();
  }

  @Test
  void leasesAreRenewedForAsLongAsAShareTakes() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Duration life = Duration.ofMillis(400);
    Future<RunSummary> slow = process(life, new Cancellation(), holding(latch));
    while (store.leased() == 0) {
      Thread.onSpinWait();
    }
    Future<RunSummary> quick = process(life, new Cancellation());
    while (waits.size() < 4) {
      Thread.onSpinWait(); // It looks each half second, which is longer than a lease holds.
    }
    latch.countDown();
    slow.get();
    quick.get();
    assertThat(ran).hasSize((int) trials).doesNotHaveDuplicates();
  }

  @Test
  void oneThatIsStoppedLeavesTheRestToTheOther() throws Exception {
    Cancellation cancellation = new Cancellation();
    ResultSink stopping =
        header ->
            event -> {
              if (ran.size() > 100) {
                cancellation.cancel();
              }
            };
    RunSummary stopped = process(Duration.ofMinutes(1), cancellation, stopping).get();
    assertThat(stopped.cancelled()).isTrue();
    assertThat(store.leased()).isZero();
    RunSummary rest = process(Duration.ofMinutes(1), new Cancellation()).get();
    assertThat(rest.before()).isEqualTo(stopped.finished());
    assertThat(rest.finished()).isEqualTo(trials - stopped.finished());
    assertThat(memory.events()).isEqualTo(runs.events(1, 0));
  }

  @Test
  void sharesHaveEveryTrialOnceAndAreAlikeInSize() {
    TrialOrder order = new TrialOrder(runs.plan());
    BitSet all = new BitSet();
    long sum = 0;
    for (List<TrialOrder.Range> share : order.shares()) {
      BitSet trialsOfShare = order.trials(share);
      assertThat(trialsOfShare.cardinality()).isBetween(1, 2 * 128);
      sum += trialsOfShare.cardinality();
      all.or(trialsOfShare);
    }
    assertThat(sum).isEqualTo(trials);
    assertThat(all.cardinality()).isEqualTo((int) trials);
  }

  @Test
  void studyThatKeepsSummariesIsRunByOneAtATime() throws Exception {
    Runs summarized = Runs.of(new StudyBuilder().repeats(40).summaries(2));
    CountDownLatch latch = new CountDownLatch(1);
    Duration life = Duration.ofMinutes(1);
    Future<RunSummary> first = process(summarized, life, new Cancellation(), holding(latch));
    while (store.leased() == 0) {
      Thread.onSpinWait();
    }
    Future<RunSummary> second = process(summarized, life, new Cancellation());
    assertThatThrownBy(second::get)
        .hasCauseInstanceOf(ResultStoreException.class)
        .hasMessageContaining("keeps summaries and is being run by")
        .hasMessageContaining("already");
    latch.countDown();
    assertThat(first.get().finished()).isEqualTo(summarized.plan().trials());
    assertThat(store.leased()).isZero();
    assertThat(process(summarized, life, new Cancellation()).get().before())
        .isEqualTo(summarized.plan().trials());
  }
}
