package io.sluice.engine.run;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/**
 * The whole of a study that one process at a time runs, as one whose summaries it merges, also
 * where the store has room for several: it holds the lease of a share that stands for all.
 */
final class Undivided implements Portion {

  private final String studyId;
  private final HeldLeases leases;

  private Undivided(String studyId, HeldLeases leases) {
    this.studyId = studyId;
    this.leases = leases;
  }

  /**
   * The study for this process alone; of a store without leases, whose writer is the only one,
   * there is nothing to hold.
   *
   * @param life how long a lease holds
   * @throws ResultStoreException if another process holds it; the message says which
   */
  static Portion of(ResultStore store, String studyId, Duration life, StorePatience patience) {
    Optional<HeldLeases> offered =
        patience.of(() -> store.leases(studyId, life)).map(each -> new HeldLeases(each, life));
    if (offered.isEmpty()) {
      return Portion.WHOLE;
    }
    HeldLeases leases = offered.get();
    try {
      BitSet all = new BitSet();
      all.set(0);
      if (patience.of(() -> leases.take(all)).isEmpty()) {
        throw new ResultStoreException(
            "the study "
                + studyId
                + " keeps summaries and is being run by "
                + String.join(", ", leases.others())
                + " already; wait until that has finished, stop it, or name another store");
      }
      return new Undivided(studyId, leases);
    } catch (RuntimeException failure) {
      leases.close();
      throw failure;
    }
  }

  @Override
  public void look() {
    if (!leases.lost().isEmpty()) {
      throw new ResultStoreException(
          "the study "
              + studyId
              + " was taken over by another process, since the store had not heard of this one");
    }
  }

  @Override
  public void close() {
    leases.close();
  }
}
