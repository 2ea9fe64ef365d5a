package io.sluice.spi;

import java.util.Arrays;

/**
 * Hands out the arrays in which the state of a block of trials lives. The engine keeps hold of
 * them: when a trial ends it moves a lane still at work into its place, in every array at once.
 */
public interface LaneMemory {

  /** The layout of the weights and of every {@link #block()}. */
  BlockLayout layout();

  /**
   * Where each group of weights begins, and at last how many weights there are: {@code {0, 6, 9}}
   * for a matrix of six and three biases. Groups are the matrix of a layer, its biases, and what
   * else is trained in it, each for itself; arguments of a function are one group, which is the
   * preset.
   */
  default int[] groups() {
    return new int[] {0, layout().parameters()};
  }

  /**
   * For each of the {@link #groups()} how many columns it has: the inputs of the matrix of a layer,
   * which lies row by row; 1 of anything else, which is the preset.
   */
  default int[] columns() {
    int[] columns = new int[groups().length - 1];
    Arrays.fill(columns, 1);
    return columns;
  }

  /** A new block of the weights' layout, filled with zeros. */
  double[] block();

  /** A new array with one number a lane, index = lane, filled with zeros. */
  double[] perLane();

  /**
   * A new array with the key of each lane's random numbers, index = lane, for {@link RandomStream}:
   * they depend on the trial, wherever its lane stands. The preset is that of memories that know no
   * trial: the lane itself.
   */
  default long[] randomKeys() {
    long[] keys = new long[layout().stride()];
    Arrays.setAll(keys, lane -> RandomStream.key(lane));
    return keys;
  }

  /**
   * The values of a declared hyper-parameter, one a lane, index = lane.
   *
   * @throws IllegalArgumentException if the optimizer declares no such hyper-parameter
   */
  double[] hyperparameter(String name);
}
