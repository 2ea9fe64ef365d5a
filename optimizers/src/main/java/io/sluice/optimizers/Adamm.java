package io.sluice.optimizers;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * ADAMm: the agents are sorted by fitness in every generation; the better part moves as in
 * population ADAM, the rest is bred anew, coordinate by coordinate, from agents chosen by rank (the
 * square of a uniform number, so mostly the best) and mutated by a power law: towards either bound
 * by a fraction |u|^resistance of the distance, u uniform on [−1, 1).
 *
 * @param rule the hyper-parameters of the steps
 * @param hybrids the share of agents bred anew
 * @param resistance the exponent of the mutation; the larger, the smaller the moves
 */
@Extension
public record Adamm(PopulationAdamRule rule, double hybrids, double resistance)
    implements PopulationOptimizerExtension {

  /** The presets of the article. */
  public Adamm() {
    this(new PopulationAdamRule(100, 0.001, 0.9, 0.999, 0.1), 0.5, 10);
  }

  @Override
  public String id() {
    return "adamm";
  }

  @Override
  public Description description() {
    return Description.of(
        "Population ADAM whose worse half is bred from the better one",
        "sort; best: as adam-population; rest: x_c ← mutate(x of rank ⌊u² (n−1)⌋)",
        "A. Dik, MQL5 article 16443, 2024");
  }

  @Override
  public int populationSize() {
    return rule.populationSize();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    List<Hyperparameter> all = new ArrayList<>(rule.hyperparameters());
    all.add(
        Hyperparameter.real(
            "hybrids", hybrids, Interval.closed(0, 1), "share of agents bred anew"));
    all.add(
        Hyperparameter.real(
            "resistance", resistance, Interval.POSITIVE, "exponent of the mutation"));
    return all;
  }

  @Override
  public Adamm with(Map<String, Double> values) {
    return new Adamm(
        PopulationAdamRule.of(values), values.get("hybrids"), values.get("resistance"));
  }

  @Override
  public PopulationAdamState start(SearchSpace space, RandomStream random) {
    int bred = (int) Math.min(populationSize(), Math.floor(populationSize() * hybrids));
    return new PopulationAdamState(rule, bred, resistance, space, random).sorting();
  }
}
