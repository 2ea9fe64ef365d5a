package io.sluice.spi;

import java.util.List;
import java.util.Map;

/**
 * Something with an id that a study can name. A component is an immutable prototype: the public
 * no-argument constructor gives the presets, {@link #with} a configured copy.
 */
public interface Component {

  /**
   * The name used in study files: lower kebab-case, such as {@code leaky-relu}. An id never changes
   * its meaning.
   */
  String id();

  /** What this component is and where it comes from; shown by {@code sluice show}. */
  default Description description() {
    return Description.none();
  }

  /**
   * The hyper-parameters with the values of this copy, in the order they should be shown. The
   * values of the no-argument constructor are the presets.
   */
  default List<Hyperparameter> hyperparameters() {
    return List.of();
  }

  /**
   * A copy with these values. The caller passes exactly the names that {@link #hyperparameters()}
   * declares, each value inside its declared range.
   *
   * @param values every declared hyper-parameter by name
   */
  default Component with(Map<String, Double> values) {
    return this;
  }
}
