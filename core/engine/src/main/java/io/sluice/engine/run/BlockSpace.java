package io.sluice.engine.run;

import java.util.Arrays;

/**
 * The memory in which blocks are run beside each other. A block that finds too little is run again
 * while no other is under way, with half as many trials side by side, and half of that, until it
 * fits. Later blocks of its kind are no larger.
 */
final class BlockSpace {

  /** Takes the events of trials that are over. */
  @FunctionalInterface
  interface Outlet {
    /**
     * Takes them over.
     *
     * @param rest the trials of the block that are not over
     */
    void put(BlockEvents events, long[] rest) throws InterruptedException;
  }

  private int running;
  private boolean reserved;

  /** The place of one worker, which others can give up for it if it does not come back. */
  final class Place {
    private final BlockSource blocks;
    private boolean held;
    private boolean alone;

    /**
     * A place that is not held.
     *
     * @param blocks is told how large a block may be
     */
    Place(BlockSource blocks) {
      this.blocks = blocks;
    }

    private void take(boolean forItself) throws InterruptedException {
      synchronized (BlockSpace.this) {
        while (reserved || (forItself && running > 0)) {
          BlockSpace.this.wait();
        }
        held = true;
        alone = forItself;
        reserved = forItself;
        running += forItself ? 0 : 1;
      }
    }

    /** Gives the place up, if it is held. */
    void release() {
      synchronized (BlockSpace.this) {
        if (held) {
          held = false;
          reserved &= !alone;
          running -= alone ? 0 : 1;
          BlockSpace.this.notifyAll();
        }
      }
    }

    /**
     * Runs a block and hands its events on.
     *
     * @throws OutOfMemoryError if not even a single trial fits; those before it were handed on
     */
    void run(BlockRunner runner, long[] trials, Outlet outlet) throws InterruptedException {
      BlockEvents events = amongOthers(runner, trials);
      if (events != null) {
        outlet.put(events, new long[0]);
        return;
      }
      take(true);
      try {
        alone(runner, trials, outlet);
      } finally {
        release();
      }
    }

    /** The events of the block, or null if there was too little memory. */
    private BlockEvents amongOthers(BlockRunner runner, long[] trials) throws InterruptedException {
      take(false);
      try {
        return runner.run(trials);
      } catch (OutOfMemoryError full) {
        return null;
      } finally {
        release();
      }
    }

    private void alone(BlockRunner runner, long[] trials, Outlet outlet)
        throws InterruptedException {
      int most = Math.max(1, trials.length / 2);
      int done = 0;
      while (done < trials.length) {
        blocks.narrow(most);
        int end = Math.min(trials.length, done + most);
        BlockEvents events;
        try {
          events = runner.run(Arrays.copyOfRange(trials, done, end));
        } catch (OutOfMemoryError full) {
          if (end - done == 1) {
            throw full;
          }
          most = (end - done) / 2;
          continue;
        }
        outlet.put(events, Arrays.copyOfRange(trials, end, trials.length));
        done = end;
      }
    }
  }
}
