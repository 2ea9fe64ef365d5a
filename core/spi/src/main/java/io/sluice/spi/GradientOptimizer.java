package io.sluice.spi;

import java.util.Map;

/**
 * An optimizer that turns gradients into updates. One call moves every lane of a block:
 *
 * <pre>{@code
 * public record Momentum(double learningRate, double decay) implements GradientOptimizer {
 *   ...
 *   public GradientState start(LaneMemory memory) {
 *     BlockLayout layout = memory.layout();
 *     double[] rate = memory.hyperparameter("learning-rate");
 *     double[] decay = memory.hyperparameter("decay");
 *     double[] buffer = memory.block();
 *     return (step, lanes, weights, gradients) -> {
 *       for (int p = 0; p < layout.parameters(); p++) {
 *         int row = layout.row(p);
 *         for (int lane = 0; lane < lanes; lane++) {
 *           int i = row + lane;
 *           buffer[i] = decay[lane] * buffer[i] + gradients[i];
 *           gradients[i] = -rate[lane] * buffer[i];
 *         }
 *       }
 *     };
 *   }
 * }
 * }</pre>
 *
 * <p>Lanes may differ in their hyper-parameters, which is why {@code start} reads them from the
 * memory and not from the component.
 */
public non-sealed interface GradientOptimizer extends Optimizer {

  /**
   * The state of one block of trials, all weights still untouched. Every number of the state that
   * belongs to a lane must live in arrays got from {@code memory}; the engine moves lanes about in
   * them when trials end.
   */
  GradientState start(LaneMemory memory);

  @Override
  default GradientOptimizer with(Map<String, Double> values) {
    return this;
  }
}
