package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Candidates;
import io.sluice.spi.Component;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A component that does not come back costs its own trials only. */
@Timeout(120)
class HungComponentsTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private volatile boolean inCall;
  private volatile boolean released;
  private volatile boolean isOverTheLimit;
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicLong calls = new AtomicLong();

  /** Stands still but while the component hangs, and then only until the limit is over. */
  private final LongSupplier clock =
      new LongSupplier() {
        private long seconds;

        @Override
        public long getAsLong() {
          seconds += inCall && seconds <= LIMIT.toSeconds() ? 1 : 0;
          isOverTheLimit = seconds > LIMIT.toSeconds();
          return TimeUnit.SECONDS.toNanos(seconds);
        }
      };

  @AfterEach
  void release() {
    released = true;
  }

  private double spin() {
    calls.incrementAndGet();
    inCall = true;
    while (!released) {
      Thread.onSpinWait();
    }
    return 0;
  }

  private double sleep() {
    calls.incrementAndGet();
    inCall = true;
    try {
      never.await();
    } catch (InterruptedException woken) {
      throw new IllegalStateException(woken);
    }
    return 0;
  }

  private List<TrialEvent.Finished> finished(StudyBuilder study, int threads, Component bad) {
    return finished(study, threads, bad, new Cancellation());
  }

  private List<TrialEvent.Finished> finished(
      StudyBuilder study, int threads, Component bad, Cancellation cancellation) {
    Runs runs = Runs.of(study, bad);
    RunOptions options = new RunOptions(threads, 2).withCallLimit(LIMIT);
    BlockCutter cutter = new BlockCutter(runs.plan(), new BitSet(), 2);
    Workers workers = new Workers(runs.plan(), cutter, options, cancellation, clock);
    workers.start();
    List<TrialEvent.Finished> finished = new ArrayList<>();
    BlockEvents events;
    while ((events = next(workers)) != null) {
      for (TrialEvent event : events) {
        if (event instanceof TrialEvent.Finished) {
          finished.add((TrialEvent.Finished) event);
        }
      }
    }
    workers.stop();
    finished.sort((one, other) -> Long.compare(one.trial().index(), other.trial().index()));
    return finished;
  }

  private static BlockEvents next(Workers workers) {
    try {
      return workers.next();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static StudyBuilder study() {
    return new StudyBuilder().repeats(5).activations("tanh", "bad", "relu");
  }

  private void onlyTheSecondFiveHaveFailed(List<TrialEvent.Finished> finished, String reason) {
    assertThat(finished)
        .extracting(event -> event.trial().index())
        .hasSize(15)
        .doesNotHaveDuplicates();
    for (int i = 0; i < 15; i++) {
      boolean bad = i >= 5 && i < 10;
      assertThat(finished.get(i).result().outcome())
          .isEqualTo(bad ? Outcome.FAILED : Outcome.COMPLETED);
      assertThat(finished.get(i).result().message()).startsWith(bad ? reason : "");
    }
    assertThat(calls).as("calls of what hung: no more after the first").hasValue(1);
  }

  @Test
  void anEndlessLoopFailsTheTrialsOfItsComponentAndTheRestIsDone() {
    Activation bad = new Scalar("bad", x -> spin(), x -> 1);
    onlyTheSecondFiveHaveFailed(
        finished(study(), 1, bad),
        "activation bad of plugin activations 1.0 has not come back from value for 60 s; it is at"
            + " io.sluice.engine.run.HungComponentsTest.spin(");
  }

  @Test
  void soDoesAnEndlessSleepWhichIsInterrupted() {
    Activation bad = new Scalar("bad", x -> x, x -> sleep());
    onlyTheSecondFiveHaveFailed(
        finished(study(), 1, bad),
        "activation bad of plugin activations 1.0 has not come back from slope for 60 s; it is at"
            + " io.sluice.engine.run.HungComponentsTest.sleep(");
  }

  /** Hangs when it is asked for candidates. */
  private record Endless(Runnable asked) implements PopulationOptimizer {
    @Override
    public String id() {
      return "endless";
    }

    @Override
    public int populationSize() {
      return 2;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      return new PopulationState() {
        @Override
        public int ask(Candidates candidates) {
          asked.run();
          return 1;
        }

        @Override
        public void tell(double[] losses, int from) {}
      };
    }
  }

  @Test
  void anOptimizerThatHangsIsNamedToo() {
    StudyBuilder study =
        new StudyBuilder().optimizers(ComponentSpec.of("sgd"), ComponentSpec.of("endless"));
    List<TrialEvent.Finished> finished = finished(study, 1, new Endless(this::spin));
    assertThat(finished).hasSize(6);
    assertThat(finished.subList(0, 3))
        .allMatch(event -> event.result().outcome() == Outcome.COMPLETED);
    assertThat(finished.subList(3, 6))
        .allMatch(event -> event.result().outcome() == Outcome.FAILED)
        .allMatch(
            event ->
                event
                    .result()
                    .message()
                    .startsWith(
                        "optimizer endless of plugin optimizers 1.0 has not come back for 60 s"));
  }

  @Test
  void aCallThatComesBackInTimeIsNoFailure() {
    AtomicLong count = new AtomicLong();
    Activation slow =
        new Scalar(
            "bad",
            x -> {
              inCall = count.incrementAndGet() % 2 == 0; // The clock runs, but call by call.
              return x;
            },
            x -> 1);
    assertThat(finished(study(), 2, slow))
        .hasSize(15)
        .allMatch(event -> event.result().outcome() == Outcome.COMPLETED);
  }

  @Test
  void timeInWhichTheRunIsHeldIsNoTimeOfACall() {
    Cancellation cancellation = new Cancellation();
    Activation busy =
        new Scalar(
            "bad",
            x -> {
              if (calls.incrementAndGet() == 1) {
                cancellation.hold();
                inCall = true;
                while (!isOverTheLimit) {
                  Thread.onSpinWait();
                }
                inCall = false;
                cancellation.release();
              }
              return x;
            },
            x -> 1);
    assertThat(finished(study(), 1, busy, cancellation))
        .hasSize(15)
        .allMatch(event -> event.result().outcome() == Outcome.COMPLETED);
  }
}
