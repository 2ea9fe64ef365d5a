package io.sluice.engine.run;

/**
 * Lets one thread ask a running study to stop, or hold it for a while. The trials under way end as
 * cancelled if it stops; while it is held its workers wait where they are, between two calls of
 * components, and go on with the same bits when it is released.
 */
public final class Cancellation {

  private volatile boolean cancelled;
  private volatile boolean held;

  /** Asks it to stop, held or not. */
  public synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  /** Whether somebody has asked. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Lets the workers wait, from their next look on. */
  public void hold() {
    held = true;
  }

  /** Lets them go on. */
  public synchronized void release() {
    held = false;
    notifyAll();
  }

  /** Whether the workers wait, or soon will. */
  public boolean isHeld() {
    return held && !cancelled;
  }

  /**
   * Whether to stop; of a run that is held the answer comes when it is held no more. A thread that
   * is interrupted while it waits goes on as if it were released, and stays interrupted.
   */
  boolean isCancelledWhenReleased() {
    if (held) {
      awaitRelease();
    }
    return cancelled;
  }

  private synchronized void awaitRelease() {
    try {
      while (held && !cancelled) {
        wait();
      }
    } catch (InterruptedException goOn) {
      Thread.currentThread().interrupt();
    }
  }
}
