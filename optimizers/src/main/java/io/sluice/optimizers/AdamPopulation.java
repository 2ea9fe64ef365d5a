package io.sluice.optimizers;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Population ADAM: every agent climbs by Adam's rule along a pseudo-gradient, the change of its
 * fitness between two generations divided by the change of each coordinate. That is no estimate of
 * a gradient in more than one dimension. The first two generations are uniform in the box; agents
 * never meet.
 *
 * @param rule the hyper-parameters of the steps
 */
@Extension
public record AdamPopulation(PopulationAdamRule rule) implements PopulationOptimizerExtension {

  /** The presets of the article. */
  public AdamPopulation() {
    this(new PopulationAdamRule(50, 0.001, 0.9, 0.999, 1e-8));
  }

  @Override
  public String id() {
    return "adam-population";
  }

  @Override
  public Description description() {
    return Description.of(
        "Agents that follow Adam's rule without slopes",
        "g_c = Δf / Δx_c;  m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  x ← x + α m̂ / (√v̂ + ε)",
        "A. Dik, MQL5 article 16443, 2024");
  }

  @Override
  public int populationSize() {
    return rule.populationSize();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return rule.hyperparameters();
  }

  @Override
  public AdamPopulation with(Map<String, Double> values) {
    return new AdamPopulation(PopulationAdamRule.of(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new PopulationAdamState(rule, 0, 1, space, random);
  }
}
