package io.sluice.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An optimizer as a text: its rule says how a weight is updated. Packs hold such definitions beside
 * those of activations; the catalog makes optimizers of them that have all a {@link
 * GradientOptimizer} written in Java has.
 *
 * @param id lower kebab-case, such as {@code sign-momentum}
 * @param description what people read, with the rule for a formula
 * @param hyperparameters with their presets; the rule uses every one, a {@code -} in a name written
 *     {@code _}
 * @param moment the state that is the first moment, which the weight policy {@code reflect-flip}
 *     reverses; where none is named it is {@code m}, if the rule has such a state of each weight
 * @param invariances what changes nothing about it with its presets, besides the order of
 *     parameters, which changes nothing about any rule
 */
public record OptimizerDefinition(
    String id,
    Description description,
    List<Hyperparameter> hyperparameters,
    Optional<String> moment,
    Set<Invariance> invariances)
    implements Definition {

  public OptimizerDefinition {
    hyperparameters = List.copyOf(hyperparameters);
    Objects.requireNonNull(moment, "moment");
    invariances = Set.copyOf(invariances);
    DefinitionCheck.check(id, description, hyperparameters, "rule");
  }

  /** A definition that declares no invariance. */
  public OptimizerDefinition(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      Optional<String> moment) {
    this(id, description, hyperparameters, moment, Set.of());
  }

  /**
   * The same definition with other values.
   *
   * @param values for every hyper-parameter one in its range
   */
  public OptimizerDefinition with(Map<String, Double> values) {
    return new OptimizerDefinition(
        id, description, Hyperparameter.withValues(hyperparameters, values), moment, invariances);
  }
}
