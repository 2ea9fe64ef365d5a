package io.sluice.spi;

import java.util.Map;

/**
 * An optimizer around another one: a study says {@code {id: lookahead, k: 5, around: adam}}. There
 * are two kinds. A {@link GradientWrapper} changes gradients before the optimizer inside sees them,
 * or the updates it makes of them. An {@link OracleWrapper} decides itself where it looks, and has
 * the optimizer inside make updates of what it saw.
 *
 * <p>What is inside sees slopes where it stands: any {@link GradientOptimizer}, one in a wrapper
 * too. Populations and oracles cannot be inside, because they do not turn a gradient into an
 * update.
 *
 * <p>A wrapper is no optimizer itself, and shares its names with none.
 */
public sealed interface OptimizerWrapper extends Component permits GradientWrapper, OracleWrapper {

  /** The optimizer that this one and the one inside are together. */
  Optimizer around(GradientOptimizer inner);

  /**
   * Values of some of its hyper-parameters with which the optimizer inside goes where it goes
   * alone, bit for bit; empty, which is the preset, if there are none.
   */
  default Map<String, Double> neutral() {
    return Map.of();
  }

  @Override
  default OptimizerWrapper with(Map<String, Double> values) {
    return this;
  }
}
