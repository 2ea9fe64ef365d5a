package io.sluice.cluster;

/** Does the work of a job at a machine, for several threads at once. */
@FunctionalInterface
public interface Machine {

  /**
   * Does a piece of work.
   *
   * @return what it came to; of one piece always the same
   * @throws InterruptedException if the calling thread was interrupted, because nobody waits for it
   * @throws RuntimeException if it cannot be done; the message says why
   */
  byte[] work(byte[] piece) throws InterruptedException;
}
