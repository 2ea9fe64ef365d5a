package io.sluice.moments;

import java.util.concurrent.CancellationException;

/**
 * Lets long computations be given up: whoever no longer wants the result interrupts the thread that
 * computes it. Loops that can take long ask here once a round.
 */
public final class Interruption {

  private Interruption() {}

  /**
   * Goes on unless this thread has been interrupted, which it stays.
   *
   * @throws CancellationException if it has
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for the result any more");
    }
  }
}
