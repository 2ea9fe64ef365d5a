package io.sluice.spi;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A wrapper that decides itself where it looks, such as a step uphill, or keeps other weights than
 * those at which it looks, such as their average. What comes of it is an {@link OracleOptimizer}.
 *
 * <p>As of oracles, the copy that a trial has holds that trial's hyper-parameters, so they may be
 * read from its fields.
 */
public non-sealed interface OracleWrapper extends OptimizerWrapper {

  /** Every question it may ever ask; the preset is gradients. */
  default Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  /**
   * The state of one trial before its first step. It calls {@link GradientState#update} of the
   * inner state with the number of its step, 1 for the first, with one lane, and with weights and a
   * gradient that are as long as there are parameters. A flip reaches the inner state without its
   * doing.
   *
   * @param inner the state of the optimizer inside, of one lane
   */
  OracleState start(GradientState inner, OracleTask task);

  @Override
  default OracleOptimizer around(GradientOptimizer inner) {
    return new OracleAround(this, inner);
  }

  @Override
  default OracleWrapper with(Map<String, Double> values) {
    return this;
  }
}
