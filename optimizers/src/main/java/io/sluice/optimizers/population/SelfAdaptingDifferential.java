package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * jDE: differential evolution rand/1/bin in which every member carries its own F and CR. A child
 * inherits them, each drawn anew with a small chance, and they live on if the child does.
 *
 * @param populationSize how many members
 * @param leastWeight F_l, the least F that is drawn
 * @param weightWidth F_u, how far F is drawn above the least
 * @param weightRenewal τ₁, the chance that F is drawn anew
 * @param crossoverRenewal τ₂, the chance that CR is drawn anew
 */
@Extension
public record SelfAdaptingDifferential(
    int populationSize,
    double leastWeight,
    double weightWidth,
    double weightRenewal,
    double crossoverRenewal)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public SelfAdaptingDifferential() {
    this(100, 0.1, 0.9, 0.1, 0.1);
  }

  @Override
  public String id() {
    return "jde";
  }

  @Override
  public Description description() {
    return Description.of(
            "Differential evolution whose members carry F and CR",
            "F ← F_l + u F_u with chance τ₁; CR ← u with chance τ₂; child as in de-rand-1",
            "Brest, Greiner, Bošković, Mernik & Žumer, IEEE TEC 10, 2006")
        .note("Members begin with F = 0.5 and CR = 0.9.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 4),
        Hyperparameter.real(
            "least-weight", leastWeight, Interval.closed(0, 1), "F_l, the least F that is drawn"),
        Hyperparameter.real(
            "weight-width",
            weightWidth,
            Interval.closed(0, 1),
            "F_u, how far F is drawn above the least"),
        Hyperparameter.real(
            "weight-renewal",
            weightRenewal,
            Interval.closed(0, 1),
            "τ₁, the chance that F is drawn anew"),
        Hyperparameter.real(
            "crossover-renewal",
            crossoverRenewal,
            Interval.closed(0, 1),
            "τ₂, the chance that CR is drawn anew"));
  }

  @Override
  public SelfAdaptingDifferential with(Map<String, Double> values) {
    return new SelfAdaptingDifferential(
        values.get("population-size").intValue(),
        values.get("least-weight"),
        values.get("weight-width"),
        values.get("weight-renewal"),
        values.get("crossover-renewal"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Differential {

    private final SelfAdaptingDifferential rule;
    private final double[] weights;
    private final double[] rates;
    private final double[] childWeights;
    private final double[] childRates;

    State(SelfAdaptingDifferential rule, SearchSpace space, RandomStream random) {
      super(Mutation.RANDOM, rule.populationSize, 0, space, random);
      this.rule = rule;
      weights = new double[members];
      rates = new double[members];
      childWeights = new double[members];
      childRates = new double[members];
      Arrays.fill(weights, 0.5);
      Arrays.fill(rates, 0.9);
    }

    @Override
    void choose(int member, int number) {
      double weight = rule.leastWeight + rule.weightWidth * random.nextDouble();
      boolean newWeight = random.nextDouble() < rule.weightRenewal;
      double rate = random.nextDouble();
      boolean newRate = random.nextDouble() < rule.crossoverRenewal;
      childWeights[member] = newWeight ? weight : weights[member];
      childRates[member] = newRate ? rate : rates[member];
      child(member, number, childWeights[member], childRates[member], 0);
    }

    @Override
    void learn() {
      for (int i = 0; i < members; i++) {
        if (told[i] <= loss[i]) {
          weights[i] = childWeights[i];
          rates[i] = childRates[i];
        }
      }
    }
  }
}
