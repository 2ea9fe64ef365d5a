package io.sluice.spi;

import java.util.BitSet;
import java.util.List;

/**
 * Who computes what, where several processes run one study. Its trials are divided into shares in
 * the same way by all of them; who holds the lease of a share computes it. A lease ends when it is
 * given back, or when its holder did not renew it in time, as one that was killed does not.
 *
 * <pre>{@code
 * try (StudyLeases leases = store.leases(study, Duration.ofSeconds(30)).orElseThrow()) {
 *   BitSet mine = leases.take(open, 4);
 *   // compute, and call leases.renew() every few seconds
 *   leases.giveBack(mine);
 * }
 * }</pre>
 *
 * <p>Several threads may call at once. What a store cannot do just now it says with {@link
 * ResultStoreException#unavailable}.
 */
public interface StudyLeases extends AutoCloseable {

  /**
   * Takes leases of shares that nobody holds, the lowest first.
   *
   * @param wanted the numbers of the shares, from 0
   * @param most how many at most
   * @return those taken now; none if others hold all that are wanted
   */
  BitSet take(BitSet wanted, int most);

  /**
   * Makes all that is held hold on for the life of a lease from now.
   *
   * @return what is still held: a share whose lease ended and that another took is lost
   */
  BitSet renew();

  /** Gives leases back. Shares that are not held are left alone. */
  void giveBack(BitSet shares);

  /** The others that hold leases just now, such as {@code process 4711 on host-a}; for people. */
  List<String> others();

  /** Gives everything back. */
  @Override
  void close();
}
