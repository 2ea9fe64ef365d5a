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
 * Members have masses by their losses and are pulled by the heaviest, fewer and fewer of them as
 * the budget is spent: {@code a = Σ u G M_j (x_j − x) / (|x_j − x| + ε)}, {@code v = u v + a}.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GravitationalSearch(Settings settings) implements FixedPopulation {

  /** The presets. */
  public GravitationalSearch() {
    this(
        Settings.of(
            Population.size(50, 2),
            Hyperparameter.real(
                "gravity", 100, Interval.closed(0, 1e6), "G₀, the first strength of the pull"),
            Hyperparameter.real("decay", 20, Interval.closed(0, 100), "α, how fast it falls"),
            Hyperparameter.real(
                "last",
                0.02,
                Interval.closed(0, 1),
                "the share of the members that pull at the end")));
  }

  @Override
  public String id() {
    return "gravitational-search";
  }

  @Override
  public Description description() {
    return Description.of(
            "Members pulled by the heaviest",
            "M_j ∝ (worst − loss_j) / (worst − best); G = G₀ e^(−α spent); v ← u v "
                + "+ Σ_j u G M_j (x_j − x) / (|x_j − x| + ε); x ← x + v",
            "Rashedi, Nezamabadi-pour & Saryazdi, Information Sciences 179, 2009")
        .aliases("gsa")
        .note(
            "Gauci, Dodd & Groß (Natural Computing 11, 2012) show that the pull "
                + "does not depend on the distance, so that this is no law of gravity.")
        .note(
            "The pull of all leads to the middle of the members first, which is the middle of the box: Davarynejad, van den Berg & Rezaei (Information Sciences 278, 2014).")
        .note(
            "The strength is in units of a box 200 wide in the paper; here it is "
                + "multiplied by the mean width / 200. Where the budget is not known, "
                + "schedules stand at their middle.");
  }

  @Override
  public GravitationalSearch with(Map<String, Double> values) {
    return new GravitationalSearch(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private static final double USUAL_WIDTH = 200;
    private static final double TINY = 0x1p-52;

    private final double firstGravity;
    private final double decay;
    private final double last;
    private final double[][] velocity;
    private final double[] mass;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      firstGravity = set.real("gravity");
      decay = set.real("decay");
      last = set.real("last");
      velocity = new double[members][coordinates];
      mass = new double[members];
    }

    /** An infinite loss weighs nothing, and members of equal losses weigh the same. */
    private void weigh(int[] ranks) {
      double least = loss[ranks[0]];
      double worst = least;
      for (int i = 0; i < members; i++) {
        if (loss[i] > worst && loss[i] <= Double.MAX_VALUE) {
          worst = loss[i];
        }
      }
      double sum = 0;
      for (int i = 0; i < members; i++) {
        double relative = worst > least ? (worst - loss[i]) / (worst - least) : 1;
        mass[i] = Math.max(0, Math.min(1, relative));
        sum += mass[i];
      }
      for (int i = 0; i < members; i++) {
        mass[i] /= sum;
      }
    }

    @Override
    int propose() {
      double spent = elapsed();
      int[] ranks = ranked();
      weigh(ranks);
      double width = 0;
      for (int c = 0; c < coordinates; c++) {
        width += width(c) / coordinates;
      }
      double gravity = firstGravity * width / USUAL_WIDTH * StrictMath.exp(-decay * spent);
      double share = 1 + (last - 1) * spent;
      int pulling = Math.max(1, (int) Math.rint(share * members));
      for (int i = 0; i < members; i++) {
        for (int c = 0; c < coordinates; c++) {
          velocity[i][c] *= random.nextDouble();
        }
        for (int rank = 0; rank < pulling; rank++) {
          if (ranks[rank] != i) {
            pull(i, ranks[rank], gravity);
          }
        }
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] = x[i][c] + velocity[i][c];
        }
      }
      return members;
    }

    private void pull(int member, int heavy, double gravity) {
      double distance = Math.sqrt(distance(x[member], x[heavy]));
      double force = gravity * mass[heavy] / (distance + TINY);
      for (int c = 0; c < coordinates; c++) {
        velocity[member][c] += random.nextDouble() * force * (x[heavy][c] - x[member][c]);
      }
    }

    @Override
    public void flip(int coordinate, int member) {
      velocity[member][coordinate] = -velocity[member][coordinate];
    }

    @Override
    void judge(int proposals) {
      takeAll(proposals);
    }
  }
}
