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
 * Comprehensive learning: in every coordinate a particle follows the best place of one example,
 * itself or the better of two drawn at random, and keeps its examples until it has not got better
 * for some generations. Later particles learn from others more often.
 *
 * @param populationSize how many members
 * @param firstInertia ω at the start of the budget
 * @param lastInertia ω at its end
 * @param pull c, the pull of the examples
 * @param patience m, generations without a better place before examples are drawn anew
 * @param fastest the largest speed, as a share of the width of the box
 */
@Extension
public record ComprehensiveSwarm(
    int populationSize,
    double firstInertia,
    double lastInertia,
    double pull,
    int patience,
    double fastest)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public ComprehensiveSwarm() {
    this(40, 0.9, 0.4, 1.49445, 7, 0.2);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.real(
            "first-inertia", firstInertia, Interval.closed(0, 1), "ω at the start of the budget"),
        Hyperparameter.real("last-inertia", lastInertia, Interval.closed(0, 1), "ω at its end"),
        Hyperparameter.real("pull", pull, Interval.closed(0, 10), "c, the pull of the examples"),
        Hyperparameter.integer(
            "patience",
            patience,
            Interval.closed(0, 1_000),
            "m, generations without a better place before examples are drawn anew"),
        Hyperparameter.real(
            "fastest",
            fastest,
            Interval.openClosed(0, 10),
            "the largest speed, as a share of the width of the box"));
  }

  @Override
  public ComprehensiveSwarm with(Map<String, Double> values) {
    return new ComprehensiveSwarm(
        values.get("population-size").intValue(),
        values.get("first-inertia"),
        values.get("last-inertia"),
        values.get("pull"),
        values.get("patience").intValue(),
        values.get("fastest"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Swarm {

    private final ComprehensiveSwarm rule;
    private final int[][] examples;
    private final int[] waited;
    private final double[] ownBefore;

    State(ComprehensiveSwarm rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
      examples = new int[members][coordinates];
      waited = new int[members];
      ownBefore = new double[members];
      Arrays.fill(waited, rule.patience);
    }

    @Override
    double start(int particle, int coordinate) {
      return rule.fastest * width(coordinate) * random.nextDouble(-1, 1);
    }

    @Override
    void steer(int particle) {
      if (waited[particle] >= rule.patience) {
        choose(particle);
        waited[particle] = 0;
      }
      double inertia = rule.firstInertia + (rule.lastInertia - rule.firstInertia) * elapsed();
      double[] speed = velocity[particle];
      for (int c = 0; c < coordinates; c++) {
        double way = own[examples[particle][c]][c] - x[particle][c];
        double next = inertia * speed[c] + rule.pull * random.nextDouble() * way;
        speed[c] = limited(next, rule.fastest * width(c));
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
