package io.sluice.spi;

import java.util.Objects;

/**
 * What an {@link OracleOptimizer} knows of a trial before it begins.
 *
 * @param space the box and what happens at its border; under the policy {@code none} there may be
 *     no bounds, and then they are infinite
 * @param random the trial's own random numbers
 * @param isFixed whether a point has the same loss in every step; false with batches or with
 *     activations that draw. Only then is an answer of the last step still true.
 * @param groups as in {@link LaneMemory#groups()}
 * @param columns as in {@link LaneMemory#columns()}
 */
public record OracleTask(
    SearchSpace space, RandomStream random, boolean isFixed, int[] groups, int[] columns) {

  public OracleTask {
    Objects.requireNonNull(space, "space");
    Objects.requireNonNull(random, "random");
    groups = groups.clone();
    columns = columns.clone();
  }

  /** A task whose parameters are one group. */
  public OracleTask(SearchSpace space, RandomStream random, boolean isFixed) {
    this(space, random, isFixed, new int[] {0, space.parameters()}, new int[] {1});
  }

  @Override
  public int[] groups() {
    return groups.clone();
  }

  @Override
  public int[] columns() {
    return columns.clone();
  }

  /** How many parameters there are. */
  public int parameters() {
    return space.parameters();
  }
}
