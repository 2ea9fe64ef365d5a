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
 * Members are grouped around some of them, drawn at random; each new idea is the best or any one of
 * a group, or a mixture of those of two groups, plus normal noise that fades as the budget is
 * spent. What is no worse stays.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record BrainStorm(Settings settings) implements FixedPopulation {

  /** The presets. */
  public BrainStorm() {
    this(
        Settings.of(
            Population.size(50, 2),
            Hyperparameter.integer("groups", 5, Interval.closed(1, 1_000), "how many groups"),
            Hyperparameter.real(
                "replacement",
                0.2,
                Interval.closed(0, 1),
                "the chance that the best of one group gives way to a random place"),
            Hyperparameter.real(
                "one-group",
                0.8,
                Interval.closed(0, 1),
                "the chance that an idea comes from one group"),
            Hyperparameter.real(
                "best-of-one",
                0.4,
                Interval.closed(0, 1),
                "the chance that it then starts from its best"),
            Hyperparameter.real(
                "best-of-two",
                0.5,
                Interval.closed(0, 1),
                "the chance that two groups mix their best"),
            Hyperparameter.real(
                "slope",
                20,
                Interval.above(0),
                "k, how suddenly the noise fades; the larger, the more gently")));
  }

  @Override
  public String id() {
    return "brain-storm";
  }

  @Override
  public Description description() {
    return Description.of(
            "Ideas from groups of members, with noise that fades",
            "x′ = chosen + ξ N(0, 1); ξ = sigmoid((T/2 − t) / k) u; the chosen is a"
                + " member or u a + (1 − u) b of two groups",
            "Shi, ICSI 2011")
        .note(
            "Groups are those nearest to members drawn at random, as Zhan et al. "
                + "(CEC 2012) do, in place of k-means. t counts generations and T how "
                + "many the budget allows.")
        .note(
            "ξ is multiplied by a tenth of the width of the box; the paper adds it "
                + "in the units of the problem, where the box had a width of 200.")
        .note(
            "Metaphors of this kind: Sörensen, Int. Trans. Operational Research 22,"
                + " 2015. Where the budget is not known, schedules stand at their middle.");
  }

  @Override
  public BrainStorm with(Map<String, Double> values) {
    return new BrainStorm(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private static final double REACH = 0.1;

    private final double replacement;
    private final double oneGroup;
    private final double bestOfOne;
    private final double bestOfTwo;
    private final double slope;
    private final int groups;
    private final int[] group;
    private final int[] seeds;
    private final int[] bests;
    private final double[] displaced;
    private int disrupted;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      replacement = set.real("replacement");
      oneGroup = set.real("one-group");
      bestOfOne = set.real("best-of-one");
      bestOfTwo = set.real("best-of-two");
      slope = set.real("slope");
      groups = Math.min(set.integer("groups"), members);
      group = new int[members];
      seeds = new int[groups];
      bests = new int[groups];
      displaced = new double[coordinates];
    }

    @Override
    int propose() {
      form();
      disrupted = -1;
      if (random.nextDouble() < replacement) {
        disrupted = random.nextInt(groups);
        for (int c = 0; c < coordinates; c++) {
          displaced[c] = anywhere(c);
        }
      }
      double noise = noise();
      for (int i = 0; i < members; i++) {
        think(proposal[i]);
        double size = noise * random.nextDouble() * REACH;
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] += size * width(c) * random.nextGaussian();
        }
      }
      return members;
    }

    private double noise() {
      double generations = space.evaluations() / members;
      double left = Double.isInfinite(generations) ? 0 : generations * (0.5 - elapsed());
      return 1 / (1 + StrictMath.exp(-left / slope));
    }

    private void form() {
      for (int g = 0; g < groups; g++) {
        seeds[g] = random.nextInt(members);
        bests[g] = seeds[g];
      }
      for (int i = 0; i < members; i++) {
        group[i] = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int g = 0; g < groups; g++) {
          double distance = distance(x[i], x[seeds[g]]);
          if (distance < least) {
            least = distance;
            group[i] = g;
          }
        }
        if (loss[i] < loss[bests[group[i]]]) {
          bests[group[i]] = i;
        }
      }
    }

    private void think(double[] idea) {
      int one = group[random.nextInt(members)];
      if (random.nextDouble() < oneGroup) {
        double[] start = from(one, random.nextDouble() < bestOfOne);
        System.arraycopy(start, 0, idea, 0, coordinates);
        return;
      }
      int two = group[random.nextInt(members)];
      boolean best = random.nextDouble() < bestOfTwo;
      double[] first = from(one, best);
      double[] second = from(two, best);
      double share = random.nextDouble();
      for (int c = 0; c < coordinates; c++) {
        idea[c] = share * first[c] + (1 - share) * second[c];
      }
    }

    private double[] from(int chosen, boolean best) {
      if (best) {
        return chosen == disrupted ? displaced : x[bests[chosen]];
      }
      int member = random.nextInt(members);
      for (int tries = 0; group[member] != chosen && tries < members; tries++) {
        member = (member + 1) % members;
      }
      return x[member];
    }

    @Override
    void judge(int proposals) {
      takeNoWorse(proposals);
    }
  }
}
