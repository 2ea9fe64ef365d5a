package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * In turns, every nest tries a Lévy flight whose length follows its distance from the best, and
 * then exchanges some coordinates by a difference of two other nests. What is better stays.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record CuckooSearch(Settings settings) implements FixedPopulation {

  /** The presets. */
  public CuckooSearch() {
    this(
        Settings.of(
            Population.size(25, 2),
            Hyperparameter.real(
                "discovery",
                0.25,
                Interval.closed(0, 1),
                "p_a, the chance of a coordinate to be exchanged"),
            Hyperparameter.real(
                "flight", 0.01, Interval.closed(0, 10), "α, the length of a flight"),
            Hyperparameter.real(
                "exponent",
                1.5,
                Interval.open(0.3, 1.99),
                "λ, how heavy the tail of the flights is; the smaller, the heavier")));
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
  public CuckooSearch with(Map<String, Double> values) {
    return new CuckooSearch(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double discovery;
    private final double flight;
    private final double exponent;
    private final double scale;
    private boolean flies = true;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      discovery = set.real("discovery");
      flight = set.real("flight");
      exponent = set.real("exponent");
      scale = Draws.levyScale(exponent);
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
        double length = flight * Draws.levy(random, exponent, scale);
        double place = x[nest][c];
        proposal[nest][c] = place + length * (place - best[c]) * random.nextGaussian();
      }
    }

    private void exchange(int nest) {
      double[] one = x[random.nextInt(members)];
      double[] two = x[random.nextInt(members)];
      double share = random.nextDouble();
      for (int c = 0; c < coordinates; c++) {
        double move = random.nextDouble() < discovery ? share * (one[c] - two[c]) : 0;
        proposal[nest][c] = x[nest][c] + move;
      }
    }

    @Override
    void judge(int proposals) {
      takeNoWorse(proposals);
    }
  }
}
