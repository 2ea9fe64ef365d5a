package io.sluice.engine.run;

import io.sluice.cluster.ClusterException;
import io.sluice.cluster.ClusterJob;
import io.sluice.engine.plan.StudyPlan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/**
 * Blocks that other machines compute. Some are sent together as one piece of work, as many as keep
 * a machine busy for a while, and only so many pieces are under way that no machine waits: what is
 * in memory here does not grow with the study.
 */
public final class FarBlocks implements BlockExecutor.Computation {

  /** For how long a piece should keep a machine busy: much longer than sending it takes. */
  private static final double NANOS_A_PIECE = 1e9;

  /** What a piece may come to in bytes, where there is memory for all that are under way. */
  private static final double BYTES_A_PIECE = 1 << 22;

  /** The part of the memory that all pieces under way may come to. */
  private static final double PART_OF_HEAP = 1.0 / 8;

  private static final int MOST_BLOCKS = 256;

  /** Under way for each that can be computed at once: one computed, one sent, one taken back. */
  private static final int AHEAD = 3;

  private static final int FEWEST = 4;

  private final BlockSource blocks;
  private final Cancellation cancellation;
  private final ClusterJob job;
  private final IntSupplier slots;
  private final EventCodec codec;
  private final MeasurementRoom room = MeasurementRoom.ofHeap();
  private final BlockingQueue<Piece> over = new LinkedBlockingQueue<>();
  private int underWay;
  private boolean exhausted;
  private boolean stopped;

  /** Of a block, as the last pieces had it; 0 as long as nothing is known. */
  private double nanosOfBlock;

  private double bytesOfBlock;

  /** What was sent, and what it came to: bytes, or why there are none. */
  private record Piece(List<long[]> blocks, byte[] bytes, Throwable failure) {}

  /**
   * Begins.
   *
   * @param job its machines are {@link BlockMachine}s of the same plan; closed in the end
   * @param slots how many pieces can be computed at once now
   */
  public FarBlocks(
      StudyPlan plan,
      BlockSource blocks,
      Cancellation cancellation,
      ClusterJob job,
      IntSupplier slots) {
    this.blocks = blocks;
    this.cancellation = cancellation;
    this.job = job;
    this.slots = slots;
    this.codec = new EventCodec(plan);
  }

  @Override
  public BlockEvents next() throws InterruptedException {
    if (cancellation.isCancelled()) {
      stop();
      return null;
    }
    send();
    if (underWay == 0 && exhausted) {
      return null;
    }
    Piece piece = over.poll(20, TimeUnit.MILLISECONDS);
    if (piece == null) {
      return new BlockEvents();
    }
    underWay--;
    if (piece.failure != null) {
      throw failure(piece.failure);
    }
    return take(piece);
  }

  private void send() {
    int most = Math.max(FEWEST, AHEAD * slots.getAsInt());
    double largest =
        Math.min(BYTES_A_PIECE, Runtime.getRuntime().maxMemory() * PART_OF_HEAP / most);
    while (underWay < most && !exhausted && !cancellation.isHeld()) {
      List<long[]> taken = take(blocksOfPiece(largest));
      if (taken.isEmpty()) {
        return;
      }
      underWay++;
      job.send(EventCodec.ofBlocks(taken))
          .whenComplete((bytes, failure) -> over.add(new Piece(taken, bytes, failure)));
    }
  }

  private List<long[]> take(int count) {
    List<long[]> taken = new ArrayList<>();
    while (taken.size() < count && !exhausted) {
      long[] trials = blocks.next();
      if (trials.length == 0) {
        exhausted = blocks.isOver();
        return taken;
      }
      taken.add(trials);
    }
    return taken;
  }

  private int blocksOfPiece(double bytes) {
    if (nanosOfBlock == 0) {
      return 1;
    }
    double fitting = Math.min(NANOS_A_PIECE / nanosOfBlock, bytes / bytesOfBlock);
    return (int) Math.max(1, Math.min(MOST_BLOCKS, fitting));
  }

  private BlockEvents take(Piece piece) {
    long nanos = ByteBuffer.wrap(piece.bytes).getLong();
    int count = piece.blocks.size();
    nanosOfBlock = mean(nanosOfBlock, Math.max(1.0, nanos) / count);
    bytesOfBlock = mean(bytesOfBlock, (double) piece.bytes.length / count);
    BlockEvents events = codec.events(piece.bytes, Long.BYTES, room);
    long[] sent = piece.blocks.stream().flatMapToLong(LongStream::of).sorted().toArray();
    long[] back = events.trials().stream().mapToLong(each -> each.trial().index()).toArray();
    Arrays.sort(back);
    if (!Arrays.equals(sent, back)) {
      throw new IllegalStateException(
          "of " + sent.length + " trials sent, others came back: " + back.length);
    }
    return events;
  }

  private static double mean(double before, double now) {
    return before == 0 ? now : (before + now) / 2;
  }

  private static RuntimeException failure(Throwable thrown) {
    return thrown instanceof ClusterException refused
        ? refused
        : new IllegalStateException("a piece of work failed: " + thrown, thrown);
  }

  @Override
  public void stop() {
    if (!stopped) {
      stopped = true;
      job.close();
    }
  }
}
