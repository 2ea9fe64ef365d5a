package io.sluice.spi;

import java.util.Map;

/**
 * What stands behind the sums of a layer. There are two kinds: an {@link Activation} is applied to
 * one number at a time, a {@link LayerActivation} to all units of a layer at once.
 */
public sealed interface ActivationFunction extends Component permits Activation, LayerActivation {

  /** The most points that {@link #kinks()} may name. */
  int MOST_KINKS = 1000;

  /** The smallest interval that holds every value; all reals unless declared. */
  default Interval range() {
    return Interval.REALS;
  }

  /**
   * The points where a function of one number is not differentiable, ascending, at most {@link
   * #MOST_KINKS}; none unless declared.
   */
  default double[] kinks() {
    return new double[0];
  }

  @Override
  default ActivationFunction with(Map<String, Double> values) {
    return this;
  }
}
