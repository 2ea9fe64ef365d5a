package io.sluice.engine.run;

import io.sluice.engine.watch.Waiting;
import io.sluice.spi.ResultStore;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One share after the other, each with its lease, of a study that other processes may run too. When
 * others compute what is left it waits for them, and takes over what they do not finish.
 */
final class SharedPortion implements Portion {

  /** So often it looks what has become of the shares of others. */
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);

  private final ResultStore store;
  private final String studyId;
  private final TrialOrder order;
  private final List<List<TrialOrder.Range>> shares;
  private final BlockCutter cutter;
  private final HeldLeases leases;
  private final StorePatience patience;
  private final int blocksAhead;
  private final LongSupplier clock;

  /** The shares that are not known to be finished. */
  private final BitSet open = new BitSet();

  /** What is to be kept of each share that is held. */
  private final Map<Integer, BitSet> held = new TreeMap<>();

  /** Shares that are held, and finished. */
  private final BitSet finished = new BitSet();

  /** Trials that were kept and damaged when it began. */
  private final BitSet unsound;

  private boolean waits;
  private long waitsSince;
  private long looked;

  /**
   * A portion of which nothing is taken.
   *
   * @param unsound the trials that the store has and cannot read whole
   * @param blocksAhead so many blocks are to be there
   */
  SharedPortion(
      ResultStore store,
      String studyId,
      TrialOrder order,
      BitSet sound,
      BitSet unsound,
      BlockCutter cutter,
      HeldLeases leases,
      StorePatience patience,
      int blocksAhead,
      LongSupplier clock) {
    this.store = store;
    this.studyId = studyId;
    this.order = order;
    this.shares = order.shares();
    this.cutter = cutter;
    this.leases = leases;
    this.patience = patience;
    this.blocksAhead = blocksAhead;
    this.clock = clock;
    this.unsound = unsound;
    for (int share = 0; share < shares.size(); share++) {
      BitSet left = order.trials(shares.get(share));
      left.andNot(sound);
      open.set(share, !left.isEmpty());
    }
  }

  @Override
  public void look() {
    giveBackFinished();
    leases.lost().stream().forEach(this::lose);
    boolean more = !waits || clock.getAsLong() - looked >= LOOK;
    while (more && cutter.blocksLeft() < blocksAhead) {
      more = takeOne();
    }
    if (open.isEmpty()) {
      goOn();
      cutter.end();
    }
  }

  private void giveBackFinished() {
    if (!finished.isEmpty()) {
      patience.run(() -> leases.giveBack(finished));
      finished.clear();
    }
  }

  private void lose(int share) {
    if (held.remove(share) != null) {
      cutter.withdraw(shares.get(share));
    }
  }

  /** Whether one was there to be taken. */
  private boolean takeOne() {
    BitSet wanted = (BitSet) open.clone();
    held.keySet().forEach(wanted::clear);
    if (wanted.isEmpty()) {
      return false;
    }
    BitSet taken = patience.of(() -> leases.take(wanted));
    if (taken.isEmpty()) {
      await(wanted);
      return false;
    }
    goOn();
    int share = taken.nextSetBit(0);
    BitSet left = left(share);
    if (left.isEmpty()) {
      open.clear(share);
      finished.set(share);
      giveBackFinished();
    } else {
      held.put(share, left);
      BitSet done = order.trials(shares.get(share));
      done.andNot(left);
      cutter.add(shares.get(share), done);
    }
    return true;
  }

  /** The trials of a share that are to be run. */
  private BitSet left(int share) {
    BitSet left = order.trials(shares.get(share));
    BitSet done = patience.of(() -> store.finished(studyId, left));
    if (done.intersects(unsound)) {
      BitSet sound = patience.of(() -> store.sound(studyId));
      done.and(sound);
      unsound.andNot(sound);
    }
    left.andNot(done);
    return left;
  }

  /** Others hold what is left: some of it may be finished by now. */
  private void await(BitSet wanted) {
    looked = clock.getAsLong();
    if (!waits) {
      waits = true;
      waitsSince = looked;
    }
    wanted.stream().filter(share -> left(share).isEmpty()).forEach(open::clear);
    List<String> others = patience.of(leases::others);
    if (held.isEmpty() && !open.isEmpty() && !others.isEmpty()) {
      Waiting waiting = patience.waiting();
      waiting.waits(
          "for the rest of the study, which "
              + String.join(" and ", others)
              + (others.size() == 1 ? " computes" : " compute"),
          Duration.ofNanos(looked - waitsSince));
    }
  }

  private void goOn() {
    if (waits) {
      waits = false;
      patience.waiting().over();
    }
  }

  @Override
  public void kept(long trial) {
    for (Map.Entry<Integer, BitSet> share : held.entrySet()) {
      BitSet left = share.getValue();
      if (left.get((int) trial)) {
        left.clear((int) trial);
        if (left.isEmpty()) {
          held.remove(share.getKey());
          open.clear(share.getKey());
          finished.set(share.getKey());
        }
        return;
      }
    }
  }

  @Override
  public boolean awaitsFlush() {
    return cutter.blocksLeft() == 0;
  }

  @Override
  public void close() {
    goOn();
    leases.close();
  }
}
