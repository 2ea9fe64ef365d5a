package io.sluice.engine.run;

import io.sluice.engine.text.DurationText;
import io.sluice.engine.watch.Waiting;
import io.sluice.spi.ResultStoreException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Does again, with growing pauses, what a store could not do just now. It ends when that works,
 * when it fails in another way, when the declared time is over, or at once when the run is stopped.
 *
 * <pre>{@code
 * BitSet finished = patience.of(() -> store.finished(studyId));
 * }</pre>
 */
public final class StorePatience {

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

  /** So often it looks whether the run is stopped, and tells that it waits. */
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

  private final Duration most;
  private final Cancellation cancellation;
  private final Waiting waiting;
  private final LongSupplier clock;

  /**
   * Patience with the store of one run.
   *
   * @param most for how long it tries
   * @param cancellation ends waiting
   * @param waiting is told of it
   */
  public StorePatience(Duration most, Cancellation cancellation, Waiting waiting) {
    this(most, cancellation, waiting, System::nanoTime);
  }

  /**
   * Patience by a clock of its own.
   *
   * @param clock nanoseconds from any origin
   */
  StorePatience(Duration most, Cancellation cancellation, Waiting waiting, LongSupplier clock) {
    this.most = most;
    this.cancellation = cancellation;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** What waiting is told to. */
  Waiting waiting() {
    return waiting;
  }

  /**
   * What the work gives, when at last it does.
   *
   * @throws ResultStoreException if it fails otherwise, or for too long
   * @throws CancellationException if the run was stopped, or the thread interrupted, meanwhile
   */
  public <T> T of(Supplier<T> work) {
    try {
      return work.get();
    } catch (ResultStoreException failure) {
      return after(failure, work);
    }
  }

  /** The same for work that gives nothing. */
  public void run(Runnable work) {
    of(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * What the work gives, of which an attempt has failed already.
   *
   * @throws ResultStoreException if that failure is not one that may pass
   */
  <T> T after(ResultStoreException failure, Supplier<T> work) {
    ResultStoreException away = failure;
    long begun = clock.getAsLong();
    long pause = FIRST_PAUSE;
    try {
      while (true) {
        if (!away.isUnavailable()) {
          throw away;
        }
        pause(begun, pause, away);
        try {
          return work.get();
        } catch (ResultStoreException again) {
          away = again;
        }
        pause = Math.min(LONGEST_PAUSE, 2 * pause);
      }
    } finally {
      waiting.over();
    }
  }

  private void pause(long begun, long pause, ResultStoreException away) {
    long end = clock.getAsLong() + pause;
    long now;
    while ((now = clock.getAsLong()) < end) {
      Duration since = Duration.ofNanos(now - begun);
      if (cancellation.isCancelled()) {
        throw new CancellationException("stopped while waiting for the store");
      }
      if (since.compareTo(most) >= 0) {
        throw new ResultStoreException(
            away.getMessage()
                + "; waited "
                + DurationText.of(most)
                + " for that to pass, in vain. What was kept before is there: mend it, and the same"
                + " command goes on",
            away);
      }
      waiting.waits("for the store: " + away.getMessage(), since);
      sleep(Math.min(LOOK, end - now));
    }
  }

  private static void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the store");
    }
  }
}
