package io.sluice.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An activation as a text: its formula says what it computes, and everything else is derived from
 * it or declared beside it. Packs are files of such definitions; the catalog makes activations of
 * them that have all an {@link Activation} written in Java has.
 *
 * @param id lower kebab-case, such as {@code tanh-lift}
 * @param description what people read, with the formula, in which x is the input and
 *     hyper-parameters stand by name, a {@code -} in a name written {@code _}
 * @param hyperparameters with their presets; the formula uses every one
 * @param trainable which of the hyper-parameters can be trained, in this order
 * @param sharing by whom they are shared where a study does not say
 * @param range the range in mathematical notation, such as {@code [0, inf)}; its ends are formulas
 *     of the hyper-parameters, as in {@code (-alpha, inf)}. Where there is none it is derived from
 *     the formula.
 * @param kinks where the function is not differentiable, each a formula of the hyper-parameters;
 *     where there are none given they are looked for
 * @param slope the slope that training takes in place of the derivative, a formula as that of the
 *     value; where there is none the slope is derived. Nothing can be trained beside it, because
 *     slopes by hyper-parameters are derived.
 * @param computed the same function in the form that is computed, where that keeps digits which the
 *     formula as people write it loses; where there is none the formula is computed
 */
public record ActivationDefinition(
    String id,
    Description description,
    List<Hyperparameter> hyperparameters,
    List<String> trainable,
    TrainableActivation.Sharing sharing,
    Optional<String> range,
    Optional<List<String>> kinks,
    Optional<String> slope,
    Optional<String> computed)
    implements Definition {

  public ActivationDefinition {
    hyperparameters = List.copyOf(hyperparameters);
    trainable = List.copyOf(trainable);
    Objects.requireNonNull(sharing, "sharing");
    Objects.requireNonNull(range, "range");
    kinks = kinks.map(List::copyOf);
    Objects.requireNonNull(slope, "slope");
    Objects.requireNonNull(computed, "computed");
    DefinitionCheck.check(id, description, hyperparameters, "formula");
    Set<String> declared = new HashSet<>();
    hyperparameters.forEach(each -> declared.add(each.name()));
    for (String each : trainable) {
      if (!declared.remove(each)) {
        throw new IllegalArgumentException(
            "\"" + each + "\" cannot be trained: it is no hyper-parameter, or named twice");
      }
    }
    if (slope.isPresent() && !trainable.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + trainable.get(0) + "\" cannot be trained beside a slope that is not derived");
    }
  }

  /** A definition whose formula is computed as it is written. */
  public ActivationDefinition(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      List<String> trainable,
      TrainableActivation.Sharing sharing,
      Optional<String> range,
      Optional<List<String>> kinks,
      Optional<String> slope) {
    this(
        id,
        description,
        hyperparameters,
        trainable,
        sharing,
        range,
        kinks,
        slope,
        Optional.empty());
  }

  /** A definition whose slope is derived. */
  public ActivationDefinition(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      List<String> trainable,
      TrainableActivation.Sharing sharing,
      Optional<String> range,
      Optional<List<String>> kinks) {
    this(id, description, hyperparameters, trainable, sharing, range, kinks, Optional.empty());
  }

  /** A definition without hyper-parameters, whose range and kinks are derived. */
  public static ActivationDefinition of(String id, Description description) {
    return new ActivationDefinition(
        id,
        description,
        List.of(),
        List.of(),
        TrainableActivation.Sharing.FIXED,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same definition with other values.
   *
   * @param values for every hyper-parameter one in its range
   */
  public ActivationDefinition with(Map<String, Double> values) {
    return new ActivationDefinition(
        id,
        description,
        Hyperparameter.withValues(hyperparameters, values),
        trainable,
        sharing,
        range,
        kinks,
        slope,
        computed);
  }

  /** The text of what is computed. */
  public String computedText() {
    return computed.orElse(description.formula());
  }
}
