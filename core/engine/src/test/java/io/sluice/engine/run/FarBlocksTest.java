package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.cluster.ClusterException;
import io.sluice.cluster.ClusterJob;
import io.sluice.cluster.Machine;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.ResultSink;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What machines compute that have the plan and see no memory of this process but bytes. */
@Timeout(120)
class FarBlocksTest {

  /** As many pieces as wait are done at once, in a random order. */
  private static final int TOGETHER = 3;

  private static StudyBuilder study() {
    return new StudyBuilder()
        .repeats(20)
        .activations("tanh", "relu")
        .cadence(Cadence.every(7))
        .optimizers(component("sgd", "learning-rate", 0.1, 1e9), component("sampler", "size", 4.0));
  }

  /** A job whose pieces come back in another order than they were sent in. */
  private static final class Shuffled implements ClusterJob {
    private record Sent(byte[] piece, CompletableFuture<byte[]> answer) {}

    private final Machine machine;
    private final UnaryOperator<byte[]> wire;
    private final List<Sent> waiting = new ArrayList<>();
    private final Random random = new Random(5);
    private int sent;
    private boolean closed;

    Shuffled(Machine machine, UnaryOperator<byte[]> wire) {
      this.machine = machine;
      this.wire = wire;
    }

    @Override
    public CompletableFuture<byte[]> send(byte[] piece) {
      sent++;
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      waiting.add(new Sent(piece, answer));
      if (waiting.size() == TOGETHER) {
        Collections.shuffle(waiting, random);
        waiting.forEach(each -> each.answer.complete(answer(each.piece)));
        waiting.clear();
      }
      return answer;
    }

    private byte[] answer(byte[] piece) {
      try {
        machine.work(piece); // As a task that is tried again.
        return wire.apply(machine.work(piece));
      } catch (InterruptedException nobodyDoes) {
        throw new AssertionError(nobodyDoes);
      }
    }

    /** The last ones, when no more are sent. */
    void finish() {
      waiting.forEach(each -> each.answer.complete(answer(each.piece)));
      waiting.clear();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** A machine that has planned the study itself. */
  private static Machine machine() {
    return new BlockMachine(Runs.of(study()).plan(), RunOptions.presetLimit());
  }

  /** What the whole run comes to, with blocks of so many lanes. */
  private static MemoryStore run(Runs runs, Shuffled job, int lanes) {
    MemoryStore store = new MemoryStore();
    run(runs, job, lanes, store, new Cancellation());
    return store;
  }

  private static RunSummary run(
      Runs runs,
      Shuffled job,
      int lanes,
      MemoryStore store,
      Cancellation cancellation,
      ResultSink... listeners) {
    BlockExecutor executor =
        (plan, blocks, options, stop) -> {
          FarBlocks far = new FarBlocks(plan, blocks, stop, job, () -> 2);
          return new BlockExecutor.Computation() {
            @Override
            public BlockEvents next() throws InterruptedException {
              BlockEvents events = far.next();
              job.finish();
              return events;
            }

            @Override
            public void stop() {
              far.stop();
            }
          };
        };
    return runs.laboratory()
        .run(
            runs.plan(),
            runs.header(),
            store,
            List.of(listeners),
            executor,
            new RunOptions(1, lanes),
            cancellation);
  }

  @Test
  void everyEventHasTheBitsThatItHasHere() {
    Runs runs = Runs.of(study());
    Shuffled job = new Shuffled(machine(), bytes -> bytes);
    assertThat(run(runs, job, 8).events()).isEqualTo(runs.events(1, 0));
    assertThat(job.closed).isTrue();
    assertThat(job.sent).isGreaterThan(TOGETHER);
  }

  @Test
  void whatAStrangersComponentThrowsIsToldAsItIsHere() {
    Activation bad =
        new Scalar(
            "bad",
            x -> {
              throw new IllegalStateException("nö ∞");
            },
            x -> 1);
    Runs runs = Runs.of(study().activations("tanh", "bad"), bad);
    Shuffled job =
        new Shuffled(new BlockMachine(runs.plan(), RunOptions.presetLimit()), bytes -> bytes);
    List<TrialEvent> events = run(runs, job, 8).events();
    assertThat(events).isEqualTo(runs.events(1, 0));
    assertThat(events.toString()).contains("nö ∞");
  }

  @Test
  void onlySoManyPiecesAreUnderWay() throws InterruptedException {
    Runs runs = Runs.of(study());
    int[] sent = new int[1];
    ClusterJob job =
        new ClusterJob() {
          @Override
          public CompletableFuture<byte[]> send(byte[] piece) {
            sent[0]++;
            return new CompletableFuture<>();
          }

          @Override
          public void close() {}
        };
    BlockCutter cutter = new BlockCutter(runs.plan(), new BitSet(), 1);
    FarBlocks far = new FarBlocks(runs.plan(), cutter, new Cancellation(), job, () -> 4);
    assertThat(far.next()).isEmpty();
    assertThat(far.next()).isEmpty();
    assertThat(sent[0]).isEqualTo(12);
  }

  @Test
  void aMachineThatRefusesEndsTheRunWithItsReason() {
    Runs runs = Runs.of(study());
    ClusterJob job =
        new ClusterJob() {
          @Override
          public CompletableFuture<byte[]> send(byte[] piece) {
            return CompletableFuture.failedFuture(new ClusterException("another plan"));
          }

          @Override
          public void close() {}
        };
    FarBlocks far =
        new FarBlocks(
            runs.plan(),
            new BlockCutter(runs.plan(), new BitSet(), 0),
            new Cancellation(),
            job,
            () -> 1);
    assertThatThrownBy(far::next).isInstanceOf(ClusterException.class).hasMessage("another plan");
  }

  @Test
  void trialsThatWereNotAskedForAreRefused() {
    Runs runs = Runs.of(study());
    BlockMachine machine = new BlockMachine(runs.plan(), RunOptions.presetLimit());
    byte[] others = EventCodec.ofBlocks(List.of(new long[] {100}));
    Shuffled job = new Shuffled(piece -> machine.work(others), bytes -> bytes);
    assertThatThrownBy(() -> run(runs, job, 8)).hasMessageContaining("of 8 trials sent");
  }

  @Test
  void aRunThatIsCancelledGoesOnToTheSameEnd() {
    Runs runs = Runs.of(study());
    Shuffled job = new Shuffled(machine(), bytes -> bytes);
    MemoryStore store = new MemoryStore();
    Cancellation cancellation = new Cancellation();
    RunSummary stopped =
        run(
            runs,
            job,
            2,
            store,
            cancellation,
            header ->
                event -> {
                  if (event instanceof TrialEvent.Finished) {
                    cancellation.cancel();
                  }
                });
    assertThat(stopped.cancelled()).isTrue();
    assertThat(stopped.finished()).isBetween(1L, 119L);
    assertThat(job.closed).isTrue();
    run(runs, new Shuffled(machine(), bytes -> bytes), 2, store, new Cancellation());
    assertThat(store.events()).isEqualTo(runs.events(1, 0));
  }

  @Test
  void aTrialTakesFewBytes() {
    Runs runs = Runs.of(study().cadence(Cadence.never()).budget(Budget.of(150)));
    long[] bytes = new long[1];
    Shuffled job =
        new Shuffled(
            new BlockMachine(runs.plan(), RunOptions.presetLimit()),
            answer -> {
              bytes[0] += answer.length;
              return answer;
            });
    int trials = run(runs, job, 20).rows().size();
    assertThat(bytes[0] / trials).isLessThan(60);
  }
}
