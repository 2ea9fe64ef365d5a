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
 * Members are grouped around some of them, drawn at random; each new idea is the best or any one of
 * a group, or a mixture of those of two groups, plus normal noise that fades as the budget is
 * spent. What is no worse stays.
 *
 * @param populationSize how many members
 * @param groups how many groups
 * @param replacement the chance that the best of one group gives way to a random place
 * @param oneGroup the chance that an idea comes from one group
 * @param bestOfOne the chance that it then starts from its best
 * @param bestOfTwo the chance that two groups mix their best
 * @param slope k, how suddenly the noise fades; the larger, the more gently
 */
@Extension
public record BrainStorm(
    int populationSize,
    int groups,
    double replacement,
    double oneGroup,
    double bestOfOne,
    double bestOfTwo,
    double slope)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public BrainStorm() {
    this(50, 5, 0.2, 0.8, 0.4, 0.5, 20);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.integer("groups", groups, Interval.closed(1, 1_000), "how many groups"),
        Hyperparameter.real(
            "replacement",
            replacement,
            Interval.closed(0, 1),
            "the chance that the best of one group gives way to a random place"),
        Hyperparameter.real(
            "one-group",
            oneGroup,
            Interval.closed(0, 1),
            "the chance that an idea comes from one group"),
        Hyperparameter.real(
            "best-of-one",
            bestOfOne,
            Interval.closed(0, 1),
            "the chance that it then starts from its best"),
        Hyperparameter.real(
            "best-of-two",
            bestOfTwo,
            Interval.closed(0, 1),
            "the chance that two groups mix their best"),
        Hyperparameter.real(
            "slope",
            slope,
            Interval.above(0),
            "k, how suddenly the noise fades; the larger, the more gently"));
  }

  @Override
  public BrainStorm with(Map<String, Double> values) {
    return new BrainStorm(
        values.get("population-size").intValue(),
        values.get("groups").intValue(),
        values.get("replacement"),
        values.get("one-group"),
        values.get("best-of-one"),
        values.get("best-of-two"),
        values.get("slope"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Population {

    private static final double REACH = 0.1;

    private final BrainStorm rule;
    private final int groups;
    private final int[] group;
    private final int[] seeds;
    private final int[] bests;
    private final double[] displaced;
    private int disrupted;

    State(BrainStorm rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
      groups = Math.min(rule.groups, members);
      group = new int[members];
      seeds = new int[groups];
      bests = new int[groups];
      displaced = new double[coordinates];
    }

    @Override
    int propose() {
      form();
      disrupted = -1;
      if (random.nextDouble() < rule.replacement) {
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
      return 1 / (1 + StrictMath.exp(-left / rule.slope));
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
      if (random.nextDouble() < rule.oneGroup) {
        double[] start = from(one, random.nextDouble() < rule.bestOfOne);
        System.arraycopy(start, 0, idea, 0, coordinates);
        return;
      }
      int two = group[random.nextInt(members)];
      boolean best = random.nextDouble() < rule.bestOfTwo;
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
