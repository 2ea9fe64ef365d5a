package io.sluice.tck;

import io.sluice.spi.PopulationOptimizer;
import java.util.List;

/** What every {@link PopulationOptimizer} promises besides what all components promise. */
public final class PopulationOptimizerChecks {

  /** Each generation has candidates that are numbers, in its own slice alone. */
  public static final Check<PopulationOptimizer> CANDIDATES =
      check(
          "candidates",
          "Each generation fills its own slice with numbers, and nothing else",
          PopulationTrial::candidates);

  /** The same random numbers give the same candidates, wherever the slice lies. */
  public static final Check<PopulationOptimizer> REPEATABLE =
      check(
          "repeatable-search",
          "The same random numbers give the same candidates, wherever the slice lies",
          PopulationTrial::repeatable);

  /** Two trials do not disturb each other. */
  public static final Check<PopulationOptimizer> STATES =
      check(
          "search-states",
          "Two trials of one optimizer do not disturb each other",
          PopulationTrial::states);

  /** Losses of infinity are no end, and losses are left as they are. */
  public static final Check<PopulationOptimizer> INFINITE_LOSSES =
      check(
          "infinite-losses",
          "It goes on after losses of infinity, and leaves losses as they are",
          PopulationTrial::infiniteLosses);

  /** Trials side by side do what each does alone, where there is a form for that. */
  public static final Check<PopulationOptimizer> SIDE_BY_SIDE =
      check(
          "side-by-side",
          "Trials side by side propose bit by bit what each proposes alone",
          LanePromises::sideBySide);

  /** All of them. */
  public static final List<Check<PopulationOptimizer>> ALL =
      List.of(CANDIDATES, REPEATABLE, STATES, INFINITE_LOSSES, SIDE_BY_SIDE);

  private PopulationOptimizerChecks() {}

  private static Check<PopulationOptimizer> check(
      String id, String title, Check.Body<PopulationOptimizer> body) {
    return new Check<>(id, title, PopulationOptimizer.class, body);
  }
}
