package io.sluice.engine.run;

import java.time.Duration;

/**
 * How a study is run. Nothing here changes a result.
 *
 * @param threads how many workers compute; at least 1
 * @param lanes how many lanes a block has; 0 lets the engine choose
 * @param callLimit how long one call of a component may take, over one block of numbers; after that
 *     its trials fail
 * @param storePatience how long to wait for a store that is away for a while
 * @param leaseLife how long other processes wait for one that shares the study and is not heard of
 */
public record RunOptions(
    int threads, int lanes, Duration callLimit, Duration storePatience, Duration leaseLife) {

  /** The preset of the limit; the system property {@value #LIMIT_PROPERTY} says others. */
  private static final int LIMIT_SECONDS = 60;

  private static final String LIMIT_PROPERTY = "sluice.call-limit";

  private static final Duration STORE_PATIENCE = Duration.ofMinutes(10);

  /** The preset of the leases; the system property {@value #LEASE_PROPERTY} says others. */
  private static final int LEASE_SECONDS = 30;

  private static final String LEASE_PROPERTY = "sluice.lease";

  public RunOptions {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be from 1 to 1024, not " + threads);
    }
    if (lanes < 0 || lanes > 65_536) {
      throw new IllegalArgumentException("lanes must be from 1 to 65536, or 0, not " + lanes);
    }
    if (callLimit.isNegative() || callLimit.isZero()) {
      throw new IllegalArgumentException("the limit of a call must be positive, not " + callLimit);
    }
    if (storePatience.isNegative()) {
      throw new IllegalArgumentException(
          "the patience with the store must not be negative, as " + storePatience + " is");
    }
    if (leaseLife.isNegative() || leaseLife.isZero()) {
      throw new IllegalArgumentException("the life of a lease must be positive, not " + leaseLife);
    }
  }

  /** With the preset limit of a call, patience and leases. */
  public RunOptions(int threads, int lanes) {
    this(threads, lanes, presetLimit(), STORE_PATIENCE, seconds(LEASE_PROPERTY, LEASE_SECONDS));
  }

  public RunOptions withCallLimit(Duration limit) {
    return new RunOptions(threads, lanes, limit, storePatience, leaseLife);
  }

  public RunOptions withStorePatience(Duration patience) {
    return new RunOptions(threads, lanes, callLimit, patience, leaseLife);
  }

  public RunOptions withLeaseLife(Duration life) {
    return new RunOptions(threads, lanes, callLimit, storePatience, life);
  }

  /** How long one call of a component may take, if nobody says otherwise. */
  public static Duration presetLimit() {
    return seconds(LIMIT_PROPERTY, LIMIT_SECONDS);
  }

  private static Duration seconds(String property, int preset) {
    Integer seconds = Integer.getInteger(property);
    return Duration.ofSeconds(seconds == null || seconds < 1 ? preset : seconds);
  }

  /** One worker for each core, the engine's choice of lanes. */
  public static RunOptions automatic() {
    return new RunOptions(Runtime.getRuntime().availableProcessors(), 0);
  }
}
