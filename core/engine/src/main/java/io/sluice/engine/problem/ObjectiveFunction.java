package io.sluice.engine.problem;

import io.sluice.engine.network.Batch;
import io.sluice.spi.BlockLayout;

/** A function to be minimised on a box, evaluated lane by lane. */
public interface ObjectiveFunction {

  /** How many arguments it has. */
  int dimensions();

  /** The lower end of the box in this dimension. */
  double lower(int dimension);

  /** The upper end of the box in this dimension. */
  double upper(int dimension);

  /** Whether there is a gradient worth following; false where it is zero almost everywhere. */
  boolean hasGradient();

  /**
   * Sets {@code losses[lane]} for the lanes in use.
   *
   * @param layout how {@code points} is laid out
   * @param points the arguments
   * @param lanes how many lanes are in use
   * @param losses receives the values
   */
  void losses(BlockLayout layout, double[] points, int lanes, double[] losses);

  /**
   * Sets losses and gradients; only called if {@link #hasGradient()}.
   *
   * @param gradients receives the slopes, laid out like {@code points}
   */
  void gradients(
      BlockLayout layout, double[] points, int lanes, double[] losses, double[] gradients);

  /** How many rows there are that a gradient can be taken over some of; 0 if there are none. */
  default int rows() {
    return 0;
  }

  /**
   * Sets losses and gradients over some of the {@link #rows()}.
   *
   * @param batch the rows of each lane, or all
   */
  default void gradients(
      BlockLayout layout,
      double[] points,
      int lanes,
      Batch batch,
      double[] losses,
      double[] gradients) {
    gradients(layout, points, lanes, losses, gradients);
  }

  /** How many residuals there are, whose squares sum up to the value; 0 if it is no such sum. */
  default int residuals() {
    return 0;
  }

  /**
   * Sets one residual and its slopes; only called if there are {@link #residuals()}.
   *
   * @param index which one, from 0
   * @param values receives the residual of each lane
   * @param slopes receives its slopes, laid out like {@code points}
   */
  default void residual(
      int index, BlockLayout layout, double[] points, int lanes, double[] values, double[] slopes) {
    throw new UnsupportedOperationException("this function is no sum of squares");
  }
}
