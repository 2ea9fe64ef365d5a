package io.sluice.spi;

import java.util.Map;

/**
 * A wrapper that stands between gradients and the optimizer inside, or between that and the
 * weights. What comes of it is a {@link GradientOptimizer}:
 *
 * <pre>{@code
 * public record Halving(double share) implements GradientWrapper {
 *   ...
 *   public GradientState start(GradientState inner, LaneMemory memory) {
 *     BlockLayout layout = memory.layout();
 *     double[] share = memory.hyperparameter("share");
 *     return (step, lanes, weights, gradients) -> {
 *       inner.update(step, lanes, weights, gradients);  // The gradients are updates now.
 *       for (int p = 0; p < layout.parameters(); p++) {
 *         int row = layout.row(p);
 *         for (int lane = 0; lane < lanes; lane++) {
 *           gradients[row + lane] *= share[lane];
 *         }
 *       }
 *     };
 *   }
 * }
 * }</pre>
 */
public non-sealed interface GradientWrapper extends OptimizerWrapper {

  /**
   * The state of the whole for one block of trials, all weights still untouched. It calls {@link
   * GradientState#update} of the inner state once a step, with the step it was given. A flip
   * reaches the inner state without its doing; its own {@link GradientState#flip} is for first
   * moments of its own.
   *
   * @param inner the state of the optimizer inside, whose numbers and hyper-parameters are its own
   * @param memory for the numbers of this state, with the hyper-parameters of this wrapper alone
   */
  GradientState start(GradientState inner, LaneMemory memory);

  @Override
  default GradientOptimizer around(GradientOptimizer inner) {
    return new GradientAround(this, inner);
  }

  @Override
  default GradientWrapper with(Map<String, Double> values) {
    return this;
  }
}
