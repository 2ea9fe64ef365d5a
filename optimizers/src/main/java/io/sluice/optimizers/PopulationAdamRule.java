package io.sluice.optimizers;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * The hyper-parameters that population ADAM and ADAMm share.
 *
 * @param populationSize how many agents
 * @param learningRate α
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε, which also takes the place of a coordinate change of exactly 0
 */
record PopulationAdamRule(
    int populationSize, double learningRate, double beta1, double beta2, double epsilon) {

  static PopulationAdamRule of(Map<String, Double> values) {
    return new PopulationAdamRule(
        values.get("population-size").intValue(),
        values.get("learning-rate"),
        values.get("beta1"),
        values.get("beta2"),
        values.get("epsilon"));
  }

  List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer(
            "population-size", populationSize, Interval.closed(2, 10_000), "agents"),
        Hyperparameter.real("learning-rate", learningRate, Interval.NOT_NEGATIVE, "α"),
        Hyperparameter.real("beta1", beta1, Interval.closedOpen(0, 1), "β₁, decay of the mean"),
        Hyperparameter.real("beta2", beta2, Interval.closedOpen(0, 1), "β₂, decay of the square"),
        Hyperparameter.real(
            "epsilon", epsilon, Interval.POSITIVE, "ε, also in the place of a change of 0"));
  }
}
