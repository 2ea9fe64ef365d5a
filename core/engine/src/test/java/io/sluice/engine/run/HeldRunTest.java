package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is held computes nothing more, and goes on as if nothing had been. */
@Timeout(120)
class HeldRunTest {

  /** The identity, which holds the run in one of its calls for a block; 0 for none. */
  private record Holding(AtomicInteger calls, int at, Cancellation cancellation, Thread[] worker)
      implements Activation {
    @Override
    public String id() {
      return "holding";
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }

    @Override
    public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
      if (calls.incrementAndGet() == at) {
        worker[0] = Thread.currentThread();
        cancellation.hold();
      }
      Activation.super.valuesAndSlopes(x, y, slope, from, to);
    }
  }

  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger calls = new AtomicInteger();
  private final Thread[] worker = new Thread[1];
  private final MemoryStore store = new MemoryStore();

  private RunSummary run(int at, MemoryStore into) {
    return Runs.of(
            new StudyBuilder()
                .networks(NetworkSpec.dense(List.of(4, 4), true, true))
                .activations("holding")
                .repeats(3),
            new Holding(calls, at, cancellation, worker))
        .into(into, new RunOptions(1, 2), cancellation);
  }

  /** Waits until the worker does, and gives how often the activation was called till then. */
  private int callsWhenItWaits() {
    while (!cancellation.isHeld() || worker[0].getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return calls.get();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void workersWaitWhereTheyAreAndGoOnWithTheSameBits(int at) throws Exception {
    run(0, store);
    List<?> undisturbed = store.rows();
    MemoryStore other = new MemoryStore();
    int whole = calls.getAndSet(0);
    AtomicInteger seen = new AtomicInteger();
    Thread releaser =
        new Thread(
            () -> {
              seen.set(callsWhenItWaits());
              cancellation.release();
            });
    releaser.start();
    RunSummary summary = run(at, other);
    releaser.join();
    assertThat(seen).hasValue(at);
    assertThat(calls).hasValue(whole);
    assertThat(summary.cancelled()).isFalse();
    assertThat(other.rows()).isEqualTo(undisturbed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void aHeldRunCanBeStopped(int at) throws Exception {
    Thread stopper =
        new Thread(
            () -> {
              callsWhenItWaits();
              cancellation.cancel();
            });
    stopper.start();
    RunSummary summary = run(at, store);
    stopper.join();
    assertThat(summary.cancelled()).isTrue();
    assertThat(calls).hasValue(at);
    assertThat(store.rows()).allMatch(row -> row.result().outcome() == Outcome.CANCELLED);
  }
}
