package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;

/**
 * Where blocks are computed: by the threads of this process, or by other machines. Whoever computes
 * them, the results of a trial have the same bits.
 *
 * <pre>{@code
 * BlockExecutor.Computation work = executor.begin(plan, blocks, options, cancellation);
 * BlockEvents events;
 * while ((events = work.next()) != null) {
 *   events.forEach(store::write);
 * }
 * work.stop();
 * }</pre>
 */
@FunctionalInterface
public interface BlockExecutor extends AutoCloseable {

  /**
   * Begins to take blocks and to compute them. A block is taken when there is somebody to compute
   * it or will soon be, so that a source which learns what is done meanwhile is asked late.
   *
   * @param blocks is asked by any thread, one at a time or not
   * @param cancellation ends it: what is not done by then comes back cancelled, or not at all
   */
  Computation begin(
      StudyPlan plan, BlockSource blocks, RunOptions options, Cancellation cancellation);

  /** The threads of this process. */
  static BlockExecutor ofThisProcess() {
    return (plan, blocks, options, cancellation) -> {
      Workers workers = new Workers(plan, blocks, options, cancellation);
      workers.start();
      return workers;
    };
  }

  /**
   * Who computes now, for people, such as {@code 2 executors, 8 cores}; empty for the threads of
   * this process.
   */
  default String text() {
    return "";
  }

  /** Lets go of whoever computes. */
  @Override
  default void close() {}

  /** Blocks under way. */
  interface Computation {

    /**
     * The events of trials that are over, each trial once; none if none ends just now, or null
     * after the last. It is called again and again by one thread, and returns within parts of a
     * second.
     *
     * @throws InterruptedException if the calling thread was interrupted; all goes on
     */
    BlockEvents next() throws InterruptedException;

    /** Ends it. What is under way is given up. */
    void stop();
  }
}
