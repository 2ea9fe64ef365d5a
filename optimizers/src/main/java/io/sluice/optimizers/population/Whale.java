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
 * Whales swim around the best place or, while the reach is large, around one another, or go in a
 * spiral to the best: {@code x ← p − A |C p − x|}, or {@code |best − x| e^(b l) cos(2 π l) + best}.
 * A is uniform on [−a, a], C on [0, 2]; a falls from 2 to 0 with the share of the budget that is
 * spent.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Whale(Settings settings) implements FixedPopulation {

  /** The presets. */
  public Whale() {
    this(
        Settings.of(
            Population.size(30, 2),
            Hyperparameter.real("first-reach", 2, Interval.closed(0, 10), "a at the start"),
            Hyperparameter.real(
                "spiral", 1, Interval.closed(0, 10), "b, how fast the spiral opens")));
  }

  @Override
  public String id() {
    return "whale";
  }

  @Override
  public Description description() {
    return Description.of(
            "Whales around the best place, or in a spiral to it",
            "x ← p − A |C p − x|, p the best or, if |A| ≥ 1, another whale; or "
                + "|best − x| e^(b l) cos(2πl) + best, half the time",
            "Mirjalili & Lewis, Advances in Engineering Software 95, 2016")
        .aliases("woa")
        .note(
            "Novelty disputed: Camacho-Villalón, Dorigo & Stützle (Int. Trans. "
                + "Operational Research 30, 2023) find ideas of particle swarms in other "
                + "words.")
        .note(
            "It is drawn to the origin, wherever that lies in the box, because C "
                + "multiplies places: Kudela (Nature Machine Intelligence 4, 2022). What "
                + "it does on problems with their optimum at the origin says nothing "
                + "about others.")
        .note(
            "A and C are drawn once for a whale, l from −1 − spent to 1, as in the "
                + "authors' program. Where the budget is not known, schedules stand at "
                + "their middle.");
  }

  @Override
  public Whale with(Map<String, Double> values) {
    return new Whale(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double firstReach;
    private final double spiral;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      firstReach = set.real("first-reach");
      spiral = set.real("spiral");
    }

    @Override
    int propose() {
      double spent = elapsed();
      double reach = firstReach * (1 - spent);
      for (int i = 0; i < members; i++) {
        double step = reach * random.nextDouble(-1, 1);
        double shift = 2 * random.nextDouble();
        double turn = random.nextDouble(-1 - spent, 1);
        if (random.nextDouble() < 0.5) {
          double[] centre = Math.abs(step) < 1 ? best : x[random.nextInt(members)];
          for (int c = 0; c < coordinates; c++) {
            proposal[i][c] = centre[c] - step * Math.abs(shift * centre[c] - x[i][c]);
          }
        } else {
          double share = StrictMath.exp(spiral * turn) * StrictMath.cos(2 * Math.PI * turn);
          for (int c = 0; c < coordinates; c++) {
            proposal[i][c] = share * Math.abs(best[c] - x[i][c]) + best[c];
          }
        }
      }
      return members;
    }

    @Override
    void judge(int proposals) {
      takeAll(proposals);
    }
  }
}
