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
 * A reef of places for corals. In every generation most corals mate in pairs, by simulated binary
 * crossover, and the rest mutate; each larva tries some places of the reef and settles where none
 * or a worse coral is. Then copies of some of the best try to settle, and some of the worst may
 * die.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record CoralReefs(Settings settings) implements FixedPopulation {

  /** The presets. */
  public CoralReefs() {
    this(
        Settings.of(
            Population.size(100, 4),
            Hyperparameter.real(
                "occupied",
                0.6,
                Interval.closed(0.1, 1),
                "ρ₀, the share of the reef that is occupied at the start"),
            Hyperparameter.real(
                "spawning",
                0.9,
                Interval.closed(0, 1),
                "F_b, the share of corals that mate; the rest mutate"),
            Hyperparameter.integer(
                "attempts", 3, Interval.closed(1, 1_000), "κ, how many places a larva tries"),
            Hyperparameter.real(
                "budding",
                0.1,
                Interval.closed(0, 1),
                "F_a, the share of the best that are copied"),
            Hyperparameter.real(
                "depredation",
                0.1,
                Interval.closed(0, 1),
                "F_d, the share of the worst that may die"),
            Hyperparameter.real(
                "death", 0.1, Interval.closed(0, 1), "P_d, the chance of each of them to die")));
  }

  @Override
  public String id() {
    return "coral-reefs";
  }

  @Override
  public Description description() {
    return Description.of(
            "A reef where larvae fight for places",
            "larvae: crossed pairs and mutants; a larva settles where the reef is "
                + "empty or its coral is worse",
            "Salcedo-Sanz et al., The Scientific World Journal, 2014")
        .note(
            "The paper leaves crossover and mutation open: here they are those of "
                + "genetic-algorithm, with index 2 and 20.")
        .note("Metaphors of this kind: Sörensen, Int. Trans. Operational Research 22, 2015.");
  }

  @Override
  public CoralReefs with(Map<String, Double> values) {
    return new CoralReefs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private static final double CROSSOVER_INDEX = 2;
    private static final double MUTATION_INDEX = 20;

    private final double occupied;
    private final double spawners;
    private final int attempts;
    private final double budding;
    private final double depredation;
    private final double death;
    private final boolean[] lives;
    private final int[] corals;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      occupied = set.real("occupied");
      spawners = set.real("spawning");
      attempts = set.integer("attempts");
      budding = set.real("budding");
      depredation = set.real("depredation");
      death = set.real("death");
      lives = new boolean[members];
      corals = new int[members];
    }

    /** The first places of the reef are as good as any. */
    @Override
    void begin() {
      int alive = Math.max(2, (int) (occupied * members));
      for (int i = 0; i < members; i++) {
        lives[i] = i < alive;
      }
    }

    /** Writes the living corals in random order and returns how many. */
    private int shuffle() {
      int alive = 0;
      for (int i = 0; i < members; i++) {
        if (lives[i]) {
          int place = random.nextInt(alive + 1);
          corals[alive] = corals[place];
          corals[place] = i;
          alive++;
        }
      }
      return alive;
    }

    @Override
    int propose() {
      int alive = shuffle();
      int spawning = 2 * (int) (spawners * alive / 2);
      int larvae = 0;
      for (int i = 0; i < spawning; i += 2, larvae++) {
        double[] larva = proposal[larvae];
        double[] one = x[corals[i]];
        Crossings.simulatedBinary(random, CROSSOVER_INDEX, one, x[corals[i + 1]], larva, null);
      }
      for (int i = spawning; i < alive; i++, larvae++) {
        System.arraycopy(x[corals[i]], 0, proposal[larvae], 0, coordinates);
        mutate(proposal[larvae], MUTATION_INDEX, Math.max(0.5, 1.0 / coordinates));
      }
      return larvae;
    }

    @Override
    void judge(int larvae) {
      for (int larva = 0; larva < larvae; larva++) {
        int place = settle(told[larva]);
        if (place >= 0) {
          take(larva, place);
        }
      }
      bud();
      depredate();
    }

    /** Where a larva of this loss settles, or −1. */
    private int settle(double itsLoss) {
      for (int attempt = 0; attempt < attempts; attempt++) {
        int place = random.nextInt(members);
        if (!lives[place] || itsLoss < loss[place]) {
          lives[place] = true;
          return place;
        }
      }
      return -1;
    }

    private void bud() {
      int[] ranks = living();
      int copies = (int) (budding * alive());
      for (int rank = 0; rank < copies; rank++) {
        int coral = ranks[rank];
        int place = settle(loss[coral]);
        if (place >= 0) {
          System.arraycopy(x[coral], 0, x[place], 0, coordinates);
          loss[place] = loss[coral];
        }
      }
    }

    private void depredate() {
      int[] ranks = living();
      int alive = alive();
      int weak = Math.min(alive - 2, (int) (depredation * alive));
      for (int rank = alive - weak; rank < alive; rank++) {
        if (random.nextDouble() < death) {
          lives[ranks[rank]] = false;
        }
      }
    }

    private int alive() {
      int alive = 0;
      for (boolean each : lives) {
        alive += each ? 1 : 0;
      }
      return alive;
    }

    /** The living corals from the best to the worst. */
    private int[] living() {
      int count = 0;
      for (int coral : ranked()) {
        if (lives[coral]) {
          corals[count++] = coral;
        }
      }
      return corals;
    }
  }
}
