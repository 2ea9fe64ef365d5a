package io.sluice.tck;

import io.sluice.spi.OracleOptimizer;
import java.util.List;

/** What every {@link OracleOptimizer} promises besides what all components promise. */
public final class OracleOptimizerChecks {

  /** It asks what it declares, at points that are numbers, and every step ends. */
  public static final Check<OracleOptimizer> QUESTIONS =
      check(
          "oracle-questions",
          "It asks what it declares, at points that are numbers, and every step ends",
          OraclePromises::questions);

  /** The same random numbers give the same requests. */
  public static final Check<OracleOptimizer> REPEATABLE =
      check(
          "oracle-repeatable",
          "The same random numbers give the same requests",
          OraclePromises::repeatable);

  /** Two trials do not disturb each other. */
  public static final Check<OracleOptimizer> STATES =
      check(
          "oracle-states",
          "Two trials of one optimizer do not disturb each other",
          OraclePromises::states);

  /** It comes down a bowl. */
  public static final Check<OracleOptimizer> DESCENT =
      check(
          "oracle-descent",
          "With its presets it comes down a bowl within 300 forward-equivalents",
          OraclePromises::descent);

  /** It goes on from points that were put back. */
  public static final Check<OracleOptimizer> BOX =
      check(
          "oracle-box",
          "It comes down in a box whose border puts its points back",
          OraclePromises::box);

  /** Losses of infinity give points that are numbers, or an end. */
  public static final Check<OracleOptimizer> INFINITE =
      check(
          "oracle-infinite",
          "After losses of infinity it asks at points that are numbers, or stops",
          OraclePromises::infinite);

  /** So does a gradient of zero. */
  public static final Check<OracleOptimizer> MINIMUM =
      check(
          "oracle-minimum",
          "Where the gradient is zero it asks at points that are numbers, or stops",
          OraclePromises::minimum);

  /** A flip that is taken back changes nothing. */
  public static final Check<OracleOptimizer> FLIPS =
      check("oracle-flips", "A second flip takes the first one back", OraclePromises::flips);

  /** All of them. */
  public static final List<Check<OracleOptimizer>> ALL =
      List.of(QUESTIONS, REPEATABLE, STATES, DESCENT, BOX, INFINITE, MINIMUM, FLIPS);

  private OracleOptimizerChecks() {}

  private static Check<OracleOptimizer> check(
      String id, String title, Check.Body<OracleOptimizer> body) {
    return new Check<>(id, title, OracleOptimizer.class, body);
  }
}
