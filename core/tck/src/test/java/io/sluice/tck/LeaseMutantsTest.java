package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StudyLeases;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A store with right leases passes; of those with a slip a check says so. */
class LeaseMutantsTest {

  /** A lease of a holder until a time in nanoseconds. */
  private record Lease(int holder, long ends) {}

  /** Leases in memory, in parts that a mutant can spoil. */
  private static class Store extends StoreMutantsTest.Memory.Store {
    private final Map<Integer, Lease> leases = new HashMap<>();
    private int holders;

    boolean holds(Lease lease) {
      return lease != null && lease.ends() - System.nanoTime() > 0;
    }

    void giveBack(BitSet shares, int holder) {
      leases
          .entrySet()
          .removeIf(each -> shares.get(each.getKey()) && each.getValue().holder() == holder);
    }

    BitSet renew(int holder, long life) {
      BitSet held = new BitSet();
      leases.forEach((share, lease) -> held.set(share, lease.holder() == holder));
      held.stream()
          .forEach(share -> leases.put(share, new Lease(holder, System.nanoTime() + life)));
      return held;
    }

    void end(int holder) {
      leases.values().removeIf(lease -> lease.holder() == holder);
    }

    int most(int most) {
      return most;
    }

    @Override
    public Optional<StudyLeases> leases(String studyId, Duration life) {
      int holder = holders++;
      return Optional.of(
          new StudyLeases() {
            @Override
            public BitSet take(BitSet wanted, int most) {
              BitSet taken = new BitSet();
              wanted.stream()
                  .filter(share -> !holds(leases.get(share)))
                  .limit(most(most))
                  .forEach(taken::set);
              long ends = System.nanoTime() + life.toNanos();
              taken.stream().forEach(share -> leases.put(share, new Lease(holder, ends)));
              return taken;
            }

            @Override
            public BitSet renew() {
              return Store.this.renew(holder, life.toNanos());
            }

            @Override
            public void giveBack(BitSet shares) {
              Store.this.giveBack(shares, holder);
            }

            @Override
            public List<String> others() {
              return leases.values().stream()
                  .filter(lease -> lease.holder() != holder && holds(lease))
                  .map(lease -> "process " + lease.holder())
                  .distinct()
                  .toList();
            }

            @Override
            public void close() {
              end(holder);
            }
          });
    }
  }

  @Nested
  class RightTest implements ComponentContract {
    @Override
    public ResultStoreProvider component() {
      return new StoreMutantsTest.Memory(Store::new);
    }
  }

  private static String fault(Supplier<Store> mutant, String check) {
    return Faults.first(new StoreMutantsTest.Memory(mutant::get), check);
  }

  @Test
  void shareThatIsGivenToEverybody() {
    class Mutant extends Store {
      @Override
      boolean holds(Lease lease) {
        return false;
      }
    }
    assertThat(fault(Mutant::new, "no-share-is-held-by-two")).contains("LeasePromises.java:");
    assertThat(fault(Mutant::new, "lease-that-is-renewed-does-not-end")).contains("must be true");
  }

  @Test
  void moreSharesThanWereAskedFor() {
    class Mutant extends Store {
      @Override
      int most(int most) {
        return most + 1;
      }
    }
    assertThat(fault(Mutant::new, "no-share-is-held-by-two"))
        .startsWith("must be {2, 3, 4}, but is {2, 3, 4, 5}");
  }

  @Test
  void leaseThatAnybodyGivesBack() {
    class Mutant extends Store {
      @Override
      void giveBack(BitSet shares, int holder) {
        for (int other = 0; other < 2; other++) {
          super.giveBack(shares, other);
        }
      }
    }
    assertThat(fault(Mutant::new, "share-that-is-given-back-can-be-taken"))
        .startsWith("must be true, but is false");
  }

  @Test
  void leasesThatStayWhenTheirHolderCloses() {
    class Mutant extends Store {
      @Override
      void end(int holder) {}
    }
    assertThat(fault(Mutant::new, "share-that-is-given-back-can-be-taken"))
        .startsWith("must be {0, 1, 4, 5}, but is {}");
  }

  @Test
  void holderThatIsNotToldOfWhatItLost() {
    class Mutant extends Store {
      @Override
      BitSet renew(int holder, long life) {
        super.renew(holder, life);
        BitSet first = new BitSet();
        first.set(0, 2);
        return first;
      }
    }
    assertThat(fault(Mutant::new, "lease-that-ended-goes-to-the-next-and-is-lost-for-its-holder"))
        .startsWith("must be true, but is false");
  }

  @Test
  void renewingThatDoesNothing() {
    class Mutant extends Store {
      @Override
      BitSet renew(int holder, long life) {
        return new BitSet();
      }
    }
    assertThat(fault(Mutant::new, "lease-that-is-renewed-does-not-end"))
        .startsWith("must be true, but is false");
  }
}
