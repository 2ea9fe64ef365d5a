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
 * Places that bees improve one coordinate at a time, in two generations by turns: every place is
 * tried once, then as many bees choose places by their fitness. A place that was tried in vain too
 * often is left for another anywhere.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record ArtificialBeeColony(Settings settings) implements FixedPopulation {

  /** The presets. */
  public ArtificialBeeColony() {
    this(
        Settings.of(
            Population.size(25, 2),
            Hyperparameter.real(
                "patience",
                1,
                Interval.closed(0, 1_000),
                "how often a place may be tried in vain, as a multiple of members × parameters")));
  }

  @Override
  public String id() {
    return "artificial-bee-colony";
  }

  @Override
  public Description description() {
    return Description.of(
            "Places improved one coordinate at a time",
            "x′_c = x_c + U(−1, 1) (x_c − x_kc), one c; chosen ∝ 1 / (1 + loss), or"
                + " 1 + |loss| below 0; x ← x′ if better",
            "Karaboga, TR06, 2005; Karaboga & Basturk, J. Global Optimization 39, 2007")
        .aliases("abc")
        .note(
            "The members are the places, half of the bees of the paper. Mernik, "
                + "Liu, Karaboga & Črepinšek (Information Sciences 291, 2015) list how "
                + "programs under this name differ, above all in what they count.")
        .note(
            "All bees of a turn are asked at once. A new place is evaluated in the "
                + "turn of every place, as its trial.");
  }

  @Override
  public ArtificialBeeColony with(Map<String, Double> values) {
    return new ArtificialBeeColony(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double limit;
    private final int[] vain;
    private final int[] source;
    private final double[] chances;
    private boolean chooses;
    private int abandoned = -1;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      limit = set.real("patience") * members * coordinates;
      vain = new int[members];
      source = new int[members];
      chances = new double[members];
    }

    @Override
    int propose() {
      if (chooses) {
        weigh();
      }
      for (int bee = 0; bee < members; bee++) {
        source[bee] = chooses ? chosen() : bee;
        improve(source[bee], proposal[bee]);
      }
      if (!chooses && abandoned >= 0) {
        for (int c = 0; c < coordinates; c++) {
          proposal[abandoned][c] = anywhere(c);
        }
      }
      return members;
    }

    private void improve(int place, double[] tried) {
      System.arraycopy(x[place], 0, tried, 0, coordinates);
      int c = random.nextInt(coordinates);
      tried[c] += random.nextDouble(-1, 1) * (tried[c] - x[other(place)][c]);
    }

    /** Sums up the fitness of the places. */
    private void weigh() {
      double sum = 0;
      for (int i = 0; i < members; i++) {
        double fitness = loss[i] >= 0 ? 1 / (1 + loss[i]) : 1 - loss[i];
        sum += Math.min(fitness, Double.MAX_VALUE / members);
        chances[i] = sum;
      }
    }

    private int chosen() {
      double drawn = random.nextDouble() * chances[members - 1];
      int place = 0;
      while (place < members - 1 && chances[place] <= drawn) {
        place++;
      }
      return drawn > 0 ? place : random.nextInt(members);
    }

    @Override
    void judge(int proposals) {
      for (int bee = 0; bee < proposals; bee++) {
        int place = source[bee];
        if (told[bee] < loss[place] || (!chooses && place == abandoned)) {
          take(bee, place);
          vain[place] = 0;
        } else {
          vain[place]++;
        }
      }
      chooses = !chooses;
      abandoned = -1;
      for (int i = 0; i < members && !chooses; i++) {
        if (vain[i] > limit && (abandoned < 0 || vain[i] > vain[abandoned])) {
          abandoned = i;
        }
      }
    }
  }
}
