package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.Map;
import org.pf4j.Extension;

/**
 * jDE: differential evolution rand/1/bin in which every member carries its own F and CR. A child
 * inherits them, each drawn anew with a small chance, and they live on if the child does.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record SelfAdaptingDifferential(Settings settings) implements FixedPopulation {

  /** The presets. */
  public SelfAdaptingDifferential() {
    this(
        Settings.of(
            Population.size(100, 4),
            Hyperparameter.real(
                "least-weight", 0.1, Interval.closed(0, 1), "F_l, the least F that is drawn"),
            Hyperparameter.real(
                "weight-width",
                0.9,
                Interval.closed(0, 1),
                "F_u, how far F is drawn above the least"),
            Hyperparameter.real(
                "weight-renewal",
                0.1,
                Interval.closed(0, 1),
                "τ₁, the chance that F is drawn anew"),
            Hyperparameter.real(
                "crossover-renewal",
                0.1,
                Interval.closed(0, 1),
                "τ₂, the chance that CR is drawn anew")));
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
  public SelfAdaptingDifferential with(Map<String, Double> values) {
    return new SelfAdaptingDifferential(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Differential {

    private final double leastWeight;
    private final double weightWidth;
    private final double weightRenewal;
    private final double crossoverRenewal;
    private final double[] weights;
    private final double[] rates;
    private final double[] childWeights;
    private final double[] childRates;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(Mutation.RANDOM, set.integer("population-size"), 0, space, random);
      leastWeight = set.real("least-weight");
      weightWidth = set.real("weight-width");
      weightRenewal = set.real("weight-renewal");
      crossoverRenewal = set.real("crossover-renewal");
      weights = new double[members];
      rates = new double[members];
      childWeights = new double[members];
      childRates = new double[members];
      Arrays.fill(weights, 0.5);
      Arrays.fill(rates, 0.9);
    }

    @Override
    void choose(int member, int number) {
      double weight = leastWeight + weightWidth * random.nextDouble();
      boolean newWeight = random.nextDouble() < weightRenewal;
      double rate = random.nextDouble();
      boolean newRate = random.nextDouble() < crossoverRenewal;
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
