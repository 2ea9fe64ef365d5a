package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.Expected.assertTrue;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyLeases;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What a result store promises of leases, if it offers them. */
final class LeasePromises {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** How long to wait for a lease to end, and how often to try what a slow machine can spoil. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int ATTEMPTS = 20;

  private LeasePromises() {}

  /** Has two processes that run one study, if there may be two. */
  private static void two(
      Supplier<ResultStore> stores, Duration life, BiConsumer<StudyLeases, StudyLeases> check) {
    try (ResultStore store = stores.get();
        ResultStore another = stores.get()) {
      store.open(header("s-1", "s")).close();
      Optional<StudyLeases> one = store.leases("s-1", life);
      if (one.isPresent()) {
        try (StudyLeases first = one.get();
            StudyLeases second = another.leases("s-1", life).orElseThrow()) {
          check.accept(first, second);
        }
      }
    }
  }

  private static BitSet shares(int from, int to) {
    BitSet shares = new BitSet();
    shares.set(from, to);
    return shares;
  }

  static void noShareIsHeldByTwo(Supplier<ResultStore> stores) {
    two(
        stores,
        LONG,
        (first, second) -> {
          assertEquals(List.of(), first.others());
          assertEquals(shares(2, 5), first.take(shares(2, 9), 3));
          assertEquals(shares(0, 2), second.take(shares(0, 5), 9));
          assertEquals(shares(5, 8), second.take(shares(2, 8), 9));
          assertTrue(first.take(shares(0, 8), 1).isEmpty());
          assertEquals(shares(2, 5), first.renew());
          assertEquals(1, first.others().size());
          assertEquals(1, second.others().size());
        });
  }

  static void shareThatIsGivenBackCanBeTaken(Supplier<ResultStore> stores) {
    two(
        stores,
        LONG,
        (first, second) -> {
          first.take(shares(0, 6), 6);
          second.giveBack(shares(0, 6));
          assertTrue(second.take(shares(0, 6), 6).isEmpty());
          first.giveBack(shares(2, 4));
          assertEquals(shares(2, 4), second.take(shares(0, 6), 6));
          first.close();
          BitSet rest = shares(0, 2);
          rest.set(4, 6);
          assertEquals(rest, second.take(shares(0, 6), 6));
          assertEquals(List.of(), second.others());
        });
  }

  static void leaseThatEndedGoesToTheNextAndIsLostForItsHolder(Supplier<ResultStore> stores) {
    two(
        stores,
        SHORT,
        (first, second) -> {
          first.take(shares(0, 2), 2);
          BitSet taken = new BitSet();
          long end = System.nanoTime() + PATIENCE.toNanos();
          while (taken.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            taken = second.take(shares(0, 1), 1);
          }
          assertEquals(shares(0, 1), taken);
          assertTrue(!first.renew().get(0));
          first.giveBack(shares(0, 1));
          assertTrue(first.take(shares(0, 1), 1).isEmpty() || second.renew().isEmpty());
        });
  }

  /** A slow machine may let a lease end; so it is tried again until all renewals were in time. */
  static void leaseThatIsRenewedDoesNotEnd(Supplier<ResultStore> stores) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      boolean[] slow = new boolean[1];
      two(
          stores,
          SHORT,
          (first, second) -> {
            long renewed = System.nanoTime();
            long end = renewed + 2 * SHORT.toNanos();
            first.take(shares(0, 1), 1);
            BitSet lost = new BitSet();
            while (!slow[0] && lost.isEmpty() && System.nanoTime() - end < 0) {
              LockSupport.parkNanos(PAUSE.toNanos());
              long begun = System.nanoTime();
              first.renew();
              slow[0] = System.nanoTime() - renewed >= SHORT.toNanos();
              renewed = begun;
              lost = second.take(shares(0, 1), 1);
              slow[0] |= System.nanoTime() - renewed >= SHORT.toNanos();
            }
            if (!slow[0]) {
              assertTrue(lost.isEmpty());
            }
          });
      if (!slow[0]) {
        return;
      }
    }
  }

  static void severalMayWriteToAStudyThatTheyShare(Supplier<ResultStore> stores) {
    two(
        stores,
        LONG,
        (first, second) -> {
          try (ResultStore store = stores.get();
              ResultStore another = stores.get();
              ResultWriter one = store.open(header("s-1", "s"));
              ResultWriter other = another.open(header("s-1", "s"))) {
            one.write(finished(1));
            other.write(finished(2));
            one.flush();
            other.flush();
            other.write(finished(1));
            one.write(finished(4));
            other.flush();
            one.flush();
            assertEquals(List.of(finished(1), finished(2), finished(4)), trials(store, "s-1"));
            assertEquals(store.finished("s-1"), store.sound("s-1"));
            assertEquals(shares(2, 3), store.finished("s-1", shares(2, 4)));
          }
        });
  }
}
