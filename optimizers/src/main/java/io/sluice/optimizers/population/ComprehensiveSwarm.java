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
 * Comprehensive learning: in every coordinate a particle follows the best place of one example,
 * itself or the better of two drawn at random, and keeps its examples until it has not got better
 * for some generations. Later particles learn from others more often.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record ComprehensiveSwarm(Settings settings) implements FixedPopulation {

  /** The presets. */
  public ComprehensiveSwarm() {
    this(
        Settings.of(
            Population.size(40, 2),
            Hyperparameter.real(
                "first-inertia", 0.9, Interval.closed(0, 1), "ω at the start of the budget"),
            Hyperparameter.real("last-inertia", 0.4, Interval.closed(0, 1), "ω at its end"),
            Hyperparameter.real(
                "pull", 1.49445, Interval.closed(0, 10), "c, the pull of the examples"),
            Hyperparameter.integer(
                "patience",
                7,
                Interval.closed(0, 1_000),
                "m, generations without a better place before examples are drawn anew"),
            Hyperparameter.real(
                "fastest",
                0.2,
                Interval.openClosed(0, 10),
                "the largest speed, as a share of the width of the box")));
  }

  @Override
  public String id() {
    return "clpso";
  }

  @Override
  public Description description() {
    return Description.of(
            "Particle swarm in which each coordinate has an example of its own",
            "v_c ← ω v_c + c u (own of the example of c − x)_c; Pc_i = 0.05 + 0.45 "
                + "(e^(10 i/(n−1)) − 1) / (e^10 − 1)",
            "Liang, Qin, Suganthan & Baskar, IEEE TEC 10, 2006")
        .note("ω falls in a line with the share of the budget that is spent.")
        .note(
            "The paper does not evaluate particles outside of the box; here the "
                + "weight policy brings them back.");
  }

  @Override
  public ComprehensiveSwarm with(Map<String, Double> values) {
    return new ComprehensiveSwarm(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Swarm {

    private final double firstInertia;
    private final double lastInertia;
    private final double pull;
    private final int patience;
    private final double fastest;
    private final int[][] examples;
    private final int[] waited;
    private final double[] ownBefore;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      firstInertia = set.real("first-inertia");
      lastInertia = set.real("last-inertia");
      pull = set.real("pull");
      patience = set.integer("patience");
      fastest = set.real("fastest");
      examples = new int[members][coordinates];
      waited = new int[members];
      ownBefore = new double[members];
      Arrays.fill(waited, patience);
    }

    @Override
    double start(int particle, int coordinate) {
      return fastest * width(coordinate) * random.nextDouble(-1, 1);
    }

    @Override
    void steer(int particle) {
      if (waited[particle] >= patience) {
        choose(particle);
        waited[particle] = 0;
      }
      double inertia = firstInertia + (lastInertia - firstInertia) * elapsed();
      double[] speed = velocity[particle];
      for (int c = 0; c < coordinates; c++) {
        double way = own[examples[particle][c]][c] - x[particle][c];
        double next = inertia * speed[c] + pull * random.nextDouble() * way;
        speed[c] = limited(next, fastest * width(c));
      }
    }

    private void choose(int particle) {
      double rank = 10.0 * particle / Math.max(1, members - 1);
      double chance = 0.05 + 0.45 * StrictMath.expm1(rank) / StrictMath.expm1(10);
      boolean learns = false;
      for (int c = 0; c < coordinates; c++) {
        boolean copies = random.nextDouble() < chance;
        examples[particle][c] = copies ? example(particle) : particle;
        learns |= copies;
      }
      if (!learns) {
        examples[particle][random.nextInt(coordinates)] = example(particle);
      }
    }

    private int example(int particle) {
      int one = other(particle);
      int two = other(particle);
      return ownLoss[two] < ownLoss[one] ? two : one;
    }

    @Override
    void judge(int proposals) {
      System.arraycopy(ownLoss, 0, ownBefore, 0, members);
      super.judge(proposals);
      for (int i = 0; i < members; i++) {
        waited[i] = ownLoss[i] < ownBefore[i] ? 0 : waited[i] + 1;
      }
    }
  }
}
