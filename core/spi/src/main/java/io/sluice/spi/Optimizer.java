package io.sluice.spi;

import java.util.Map;

/**
 * A rule that lowers a loss. There are two kinds, and the engine drives both through the same
 * blocks: {@link GradientOptimizer} sees slopes, {@link PopulationOptimizer} sees losses only.
 */
public sealed interface Optimizer extends Component permits GradientOptimizer, PopulationOptimizer {

  @Override
  default Optimizer with(Map<String, Double> values) {
    return this;
  }
}
