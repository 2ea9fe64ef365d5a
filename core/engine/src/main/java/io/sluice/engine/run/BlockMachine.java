package io.sluice.engine.run;

import io.sluice.cluster.Machine;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.text.MemoryText;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Computes blocks of a plan for {@link FarBlocks}, which have the same plan in another process.
 * Each piece of work has a thread for itself.
 */
public final class BlockMachine implements Machine {

  private final Workplace workplace;

  /**
   * A machine for a plan.
   *
   * @param callLimit how long one call of a component may take
   */
  public BlockMachine(StudyPlan plan, Duration callLimit) {
    this.workplace = new Workplace(plan, new RunOptions(1, 0).withCallLimit(callLimit));
  }

  @Override
  public byte[] work(byte[] piece) throws InterruptedException {
    long begun = System.nanoTime();
    List<long[]> blocks = EventCodec.blocks(piece);
    long left = blocks.stream().mapToLong(trials -> trials.length).sum();
    EventCodec.Writer writer = new EventCodec.Writer();
    Cancellation cancellation = new Cancellation();
    Workers workers = new Workers(workplace, new Given(blocks), cancellation);
    workers.start();
    try {
      while (left > 0) {
        BlockEvents events = workers.next();
        if (events == null) {
          throw new IllegalStateException(left + " trials of a block did not come back");
        }
        left -= events.trials().size();
        writer.add(events);
      }
    } catch (OutOfMemoryError full) {
      throw new IllegalStateException(
          MemoryText.of(full, "give each machine more memory, or measure more rarely"), full);
    } finally {
      cancellation.cancel();
      workers.stop();
    }
    byte[] events = writer.toBytes();
    return ByteBuffer.allocate(Long.BYTES + events.length)
        .putLong(System.nanoTime() - begun)
        .put(events)
        .array();
  }

  /** Blocks that somebody else has cut. */
  private static final class Given implements BlockSource {
    private final Queue<long[]> blocks;

    Given(List<long[]> blocks) {
      this.blocks = new ArrayDeque<>(blocks);
    }

    @Override
    public synchronized long[] next() {
      return blocks.isEmpty() ? new long[0] : blocks.remove();
    }

    @Override
    public synchronized boolean isOver() {
      return blocks.isEmpty();
    }

    @Override
    public void await() {}

    @Override
    public void narrow(int trials) {}
  }
}
