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
 */
public record OracleTask(SearchSpace space, RandomStream random, boolean isFixed) {

  public OracleTask {
    Objects.requireNonNull(space, "space");
    Objects.requireNonNull(random, "random");
  }

  /** How many parameters there are. */
  public int parameters() {
    return space.parameters();
  }
}
