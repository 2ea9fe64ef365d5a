package io.sluice.engine.run;

import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The memory in which blocks are run beside each other. A block that finds too little is run again
 * while no other is under way, with half as many trials side by side, and half of that, until it
 * fits. Later blocks of its kind are no larger.
 */
final class BlockSpace {

  /** Takes the events of trials that are over. */
  @FunctionalInterface
  interface Outlet {
    void put(BlockEvents events) throws InterruptedException;
  }

  private final BlockCutter cutter;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  BlockSpace(BlockCutter cutter) {
    this.cutter = cutter;
  }

  /**
   * Runs a block and hands its events on.
   *
   * @throws OutOfMemoryError if not even a single trial fits; those before it were handed on
   */
  void run(BlockRunner runner, long[] trials, Outlet outlet) throws InterruptedException {
    BlockEvents events = amongOthers(runner, trials);
    if (events != null) {
      outlet.put(events);
      return;
    }
    lock.writeLock().lock();
    try {
      alone(runner, trials, outlet);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The events of the block, or null if there was too little memory. */
  private BlockEvents amongOthers(BlockRunner runner, long[] trials) {
    lock.readLock().lock();
    try {
      return runner.run(trials);
    } catch (OutOfMemoryError full) {
      return null;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void alone(BlockRunner runner, long[] trials, Outlet outlet) throws InterruptedException {
    int most = Math.max(1, trials.length / 2);
    int done = 0;
    while (done < trials.length) {
      cutter.narrow(most);
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
      outlet.put(events);
      done = end;
    }
  }
}
