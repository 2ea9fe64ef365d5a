package io.sluice.spi;

import java.util.Map;

/**
 * A rule that lowers a loss. There are three kinds, and the engine drives all through the same
 * blocks: {@link GradientOptimizer} sees slopes where it stands, {@link PopulationOptimizer} sees
 * losses only, {@link OracleOptimizer} decides itself where it looks and what it asks there.
 */
public sealed interface Optimizer extends Component
    permits GradientOptimizer, PopulationOptimizer, OracleOptimizer {

  @Override
  default Optimizer with(Map<String, Double> values) {
    return this;
  }
}
