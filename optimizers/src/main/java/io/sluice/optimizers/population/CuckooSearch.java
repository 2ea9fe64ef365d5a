package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * In turns, every nest tries a Lévy flight whose length follows its distance from the best, and
 * then exchanges some coordinates by a difference of two other nests. What is better stays.
 *
 * @param populationSize how many members
 * @param discovery p_a, the chance of a coordinate to be exchanged
 * @param flight α, the length of a flight
 * @param exponent λ, how heavy the tail of the flights is; the smaller, the heavier
 */
@Extension
public record CuckooSearch(int populationSize, double discovery, double flight, double exponent)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public CuckooSearch() {
    this(25, 0.25, 0.01, 1.5);
  }

  @Override
  public String id() {
    return "cuckoo-search";
  }

  @Override
  public Description description() {
    return Description.of(
            "Lévy flights and differences of nests",
            "x′ = x + α L(λ) (x − best) N(0, 1); then x′_c = x_c + u (x_j − x_k)_c "
                + "with chance p_a; x ← x′ if better",
            "Yang & Deb, NaBIC 2009")
        .note(
            "Novelty disputed: Camacho-Villalón, Dorigo & Stützle (Computers & "
                + "Operations Research 142, 2022) find a (μ + λ) evolution strategy with "
                + "a step of differential evolution in it.")
        .note(
            "As in the authors' program, a flight is compared with its own nest, "
                + "and the best does not move.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.real(
            "discovery",
            discovery,
            Interval.closed(0, 1),
            "p_a, the chance of a coordinate to be exchanged"),
        Hyperparameter.real("flight", flight, Interval.closed(0, 10), "α, the length of a flight"),
        Hyperparameter.real(
            "exponent",
            exponent,
            Interval.open(0.3, 1.99),
            "λ, how heavy the tail of the flights is; the smaller, the heavier"));
  }

  @Override
  public CuckooSearch with(Map<String, Double> values) {
    return new CuckooSearch(
        values.get("population-size").intValue(),
        values.get("discovery"),
        values.get("flight"),
        values.get("exponent"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Population {

    private final CuckooSearch rule;
    private final double scale;
    private boolean flies = true;

    State(CuckooSearch rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
      scale = Draws.levyScale(rule.exponent);
    }

    @Override
    int propose() {
      for (int i = 0; i < members; i++) {
        if (flies) {
          fly(i);
        } else {
          exchange(i);
        }
      }
      flies = !flies;
      return members;
    }

    private void fly(int nest) {
      for (int c = 0; c < coordinates; c++) {
        double length = rule.flight * Draws.levy(random, rule.exponent, scale);
        double place = x[nest][c];
        proposal[nest][c] = place + length * (place - best[c]) * random.nextGaussian();
      }
    }

    private void exchange(int nest) {
      double[] one = x[random.nextInt(members)];
      double[] two = x[random.nextInt(members)];
      double share = random.nextDouble();
      for (int c = 0; c < coordinates; c++) {
        double move = random.nextDouble() < rule.discovery ? share * (one[c] - two[c]) : 0;
        proposal[nest][c] = x[nest][c] + move;
      }
    }

    @Override
    void judge(int proposals) {
      takeNoWorse(proposals);
    }
  }
}
