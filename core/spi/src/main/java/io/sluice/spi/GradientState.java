package io.sluice.spi;

/** The state of a {@link GradientOptimizer} for one block of trials. */
@FunctionalInterface
public interface GradientState extends FirstMoment {

  /**
   * Overwrites the gradients with the updates that the engine then adds to the weights. A lane must
   * not read another lane.
   *
   * @param step 1 for the first update, then 2, 3, …
   * @param lanes how many lanes are in use, from lane 0 on; never grows
   * @param weights the weights, to be read only
   * @param gradients gradients in, updates out
   */
  void update(int step, int lanes, double[] weights, double[] gradients);

  /**
   * Updates the weights at once, to the same bits as {@link #update} and the engine's addition: a
   * shorter way for optimizers whose state is large. The engine asks for it where nothing comes
   * between updates and weights. What the gradients are afterwards is not said.
   *
   * @param weights receives the sums of weights and updates
   * @return false if nothing was done, so that the engine takes the long way; the preset
   */
  default boolean updateWeights(int step, int lanes, double[] weights, double[] gradients) {
    return false;
  }

  /** The weight bounced, and its first moment changes its sign; nothing to do where none is. */
  @Override
  default void flip(int parameter, int lane) {}
}
