package io.sluice.spi;

/** The state of a {@link GradientOptimizer} for one block of trials. */
@FunctionalInterface
public interface GradientState {

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
   * The block of first moments (the momentum) if there is one, else null. The weight policy {@code
   * reflect-flip} reverses it for a weight that bounced off its bound.
   */
  default double[] firstMoment() {
    return null;
  }
}
