package io.sluice.engine.support;

import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyLeases;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A store in memory that several runs may share; each that asks for leases is another process. */
public final class SharedStore extends WrappedStore {

  private record Lease(int holder, long end) {}

  private final Map<Integer, Lease> leases = new HashMap<>();
  private int holders;

  public SharedStore(ResultStore store) {
    super(store);
  }

  /** Somebody of whom nobody has heard of since takes a share now. */
  public synchronized void takeByTheDead(int share, Duration life) {
    leases.put(share, new Lease(-1, System.nanoTime() + life.toNanos()));
  }

  /** How many leases there are, ended or not. */
  public synchronized int leased() {
    return leases.size();
  }

  @Override
  public synchronized Optional<StudyLeases> leases(String studyId, Duration life) {
    return Optional.of(new Leases(holders++, life.toNanos()));
  }

  private final class Leases implements StudyLeases {
    private final int holder;
    private final long life;

    Leases(int holder, long life) {
      this.holder = holder;
      this.life = life;
    }

    private boolean isOthers(Lease lease) {
      return lease != null && lease.holder() != holder && lease.end() - System.nanoTime() > 0;
    }

    @Override
    public BitSet take(BitSet wanted, int most) {
      synchronized (SharedStore.this) {
        BitSet taken = new BitSet();
        wanted.stream()
            .filter(share -> !isOthers(leases.get(share)))
            .limit(most)
            .forEach(taken::set);
        taken.stream().forEach(this::lease);
        return taken;
      }
    }

    private void lease(int share) {
      leases.put(share, new Lease(holder, System.nanoTime() + life));
    }

    @Override
    public BitSet renew() {
      synchronized (SharedStore.this) {
        BitSet held = new BitSet();
        leases.forEach((share, lease) -> held.set(share, lease.holder() == holder));
        held.stream().forEach(this::lease);
        return held;
      }
    }

    @Override
    public void giveBack(BitSet shares) {
      synchronized (SharedStore.this) {
        leases
            .entrySet()
            .removeIf(each -> shares.get(each.getKey()) && each.getValue().holder() == holder);
      }
    }

    @Override
    public List<String> others() {
      synchronized (SharedStore.this) {
        return leases.values().stream()
            .filter(this::isOthers)
            .map(lease -> "process " + lease.holder())
            .distinct()
            .toList();
      }
    }

    @Override
    public void close() {
      synchronized (SharedStore.this) {
        leases.values().removeIf(lease -> lease.holder() == holder);
      }
    }
  }

  /** For how long leases hold that tests wait for. */
  public static Duration briefly() {
    return Duration.ofNanos(TimeUnit.MILLISECONDS.toNanos(300));
  }
}
