package io.sluice.engine.run;

import io.sluice.engine.network.Batch;
import io.sluice.engine.plan.Task;
import io.sluice.spi.BlockLayout;
import java.util.function.Supplier;

/**
 * What a block of lanes minimises. One instance serves one block at a time; the lanes of a block
 * have tasks of one shape, which may differ in their data.
 */
interface BlockObjective {

  /**
   * Says which task the lane has from now on.
   *
   * @param drawKey the key of the random numbers that its activations draw in training
   * @param start gives all numbers the lane's trial starts from; asked only if some are frozen
   */
  void bind(int lane, Task task, long drawKey, Supplier<double[]> start);

  /**
   * Sets {@code losses[lane]} for the lanes in use; a loss may be any double.
   *
   * @param layout how {@code weights} is laid out
   * @param lanes how many lanes are in use, from lane 0 on
   */
  void losses(BlockLayout layout, double[] weights, int lanes, double[] losses);

  /**
   * Sets losses and gradients of the lanes in use, both of a training pass: with what activations
   * draw, if some do.
   *
   * @param update how many updates came before
   * @param batch the training rows they are of; {@link Batch#ALL} where there are no rows
   * @param gradients receives the slopes, laid out like {@code weights}
   */
  void gradients(
      long update,
      BlockLayout layout,
      double[] weights,
      int lanes,
      Batch batch,
      double[] losses,
      double[] gradients);

  /** Takes one residual of every lane. */
  @FunctionalInterface
  interface ResidualSink {
    /**
     * Takes them; the arrays are used again for the next.
     *
     * @param residuals one a lane
     * @param slopes of them, laid out like the weights
     */
    void take(double[] residuals, double[] slopes);
  }

  /**
   * Hands out the residuals of the lanes in use, one after the other, whose squares sum up to the
   * loss; of a training pass, as {@link #gradients} is. Only for tasks that have residuals.
   */
  void residuals(
      long update, BlockLayout layout, double[] weights, int lanes, Batch batch, ResidualSink sink);
}
