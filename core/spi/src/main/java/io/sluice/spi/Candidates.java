package io.sluice.spi;

import java.util.Objects;

/**
 * A slice of a block in which each lane is one member of a population.
 *
 * @param layout how the block is laid out
 * @param block the numbers of all trials that share the block
 * @param first the lane of this trial's member 0
 * @param size how many members fit
 */
public record Candidates(BlockLayout layout, double[] block, int first, int size) {

  public Candidates {
    Objects.requireNonNull(block, "block");
    if (first < 0 || size < 1 || first + size > layout.stride()) {
      throw new IllegalArgumentException(
          "no " + size + " members from lane " + first + " of " + layout.stride());
    }
  }

  /** The index of the parameter of member 0; the other members follow it. */
  public int row(int parameter) {
    return layout.row(parameter) + first;
  }

  /** Sets one parameter of one member. */
  public void set(int parameter, int member, double value) {
    block[row(parameter) + member] = value;
  }
}
