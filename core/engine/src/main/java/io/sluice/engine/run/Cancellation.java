package io.sluice.engine.run;

/** Lets one thread ask a running study to stop. The trials under way end as cancelled. */
public final class Cancellation {

  private volatile boolean cancelled;

  /** Asks. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether somebody has asked. */
  public boolean isCancelled() {
    return cancelled;
  }
}
