package io.sluice.spi;

import java.util.Map;
import java.util.Set;

/**
 * A rule that lowers a loss. There are three kinds, and the engine drives all through the same
 * blocks: {@link GradientOptimizer} sees slopes where it stands, {@link PopulationOptimizer} sees
 * losses only, {@link OracleOptimizer} decides itself where it looks and what it asks there.
 */
public sealed interface Optimizer extends Component
    permits GradientOptimizer, PopulationOptimizer, OracleOptimizer {

  /**
   * What may be changed without changing its way. Nothing is lost by not declaring any; what is
   * declared is tested by its passport, and what does not hold is an error.
   */
  default Set<Invariance> invariances() {
    return Set.of();
  }

  @Override
  default Optimizer with(Map<String, Double> values) {
    return this;
  }
}
