package io.sluice.engine.run;

import java.time.Duration;

/**
 * How a study is run. Nothing here changes a result.
 *
 * @param threads how many workers compute; at least 1
 * @param lanes how many lanes a block has; 0 lets the engine choose
 * @param callLimit how long one call of a component may take, over one block of numbers; after that
 *     its trials fail
 */
public record RunOptions(int threads, int lanes, Duration callLimit) {

  /** The preset of the limit; the system property {@value #LIMIT_PROPERTY} says others. */
  private static final int LIMIT_SECONDS = 60;

  private static final String LIMIT_PROPERTY = "sluice.call-limit";

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
  }

  /** With the preset limit of a call. */
  public RunOptions(int threads, int lanes) {
    this(threads, lanes, presetLimit());
  }

  /** How long one call of a component may take, if nobody says otherwise. */
  public static Duration presetLimit() {
    Integer seconds = Integer.getInteger(LIMIT_PROPERTY);
    return Duration.ofSeconds(seconds == null || seconds < 1 ? LIMIT_SECONDS : seconds);
  }

  /** One worker for each core, the engine's choice of lanes. */
  public static RunOptions automatic() {
    return new RunOptions(Runtime.getRuntime().availableProcessors(), 0);
  }
}
