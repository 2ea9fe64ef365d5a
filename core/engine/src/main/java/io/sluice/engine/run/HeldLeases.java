package io.sluice.engine.run;

import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyLeases;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The leases that this process holds. A thread of their own renews them until they are closed. */
final class HeldLeases implements AutoCloseable {

  private static final int BEATS_IN_A_LIFE = 4;

  private final StudyLeases leases;
  private final long pauseMillis;
  private final Thread heart = new Thread(this::beat, "sluice-leases");
  private final BitSet held = new BitSet();
  private final BitSet lost = new BitSet();
  private boolean closed;

  /**
   * None yet.
   *
   * @param life how long a lease holds after it was renewed
   */
  HeldLeases(StudyLeases leases, Duration life) {
    this.leases = leases;
    this.pauseMillis = Math.max(1, life.toMillis() / BEATS_IN_A_LIFE);
    heart.setDaemon(true);
    heart.start();
  }

  private synchronized void beat() {
    try {
      while (!closed) {
        TimeUnit.MILLISECONDS.timedWait(this, pauseMillis);
        if (!closed && !held.isEmpty()) {
          renew();
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    try {
      BitSet left = leases.renew();
      BitSet gone = (BitSet) held.clone();
      gone.andNot(left);
      lost.or(gone);
      held.andNot(gone);
    } catch (ResultStoreException later) {
      // The next beat tries again; meanwhile a lease may end, which that beat will be told.
    }
  }

  /** Takes one of the shares, if one is to be had. */
  synchronized BitSet take(BitSet wanted) {
    BitSet taken = leases.take(wanted, 1);
    held.or(taken);
    return taken;
  }

  synchronized void giveBack(BitSet shares) {
    leases.giveBack(shares);
    held.andNot(shares);
  }

  /** The shares that were lost since it was asked last. */
  synchronized BitSet lost() {
    BitSet since = (BitSet) lost.clone();
    lost.clear();
    return since;
  }

  List<String> others() {
    return leases.others();
  }

  /** Gives all back, as far as that is possible now; the rest ends by itself. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      leases.close();
    } catch (ResultStoreException away) {
      // Nobody renews them any more.
    }
  }
}
