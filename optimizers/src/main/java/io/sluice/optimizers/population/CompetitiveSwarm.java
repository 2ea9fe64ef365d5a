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
 * Competitive swarm: in every generation members meet in pairs drawn at random, and the loser of
 * each pair learns from the winner and, a little, from the mean of all. Only losers move and are
 * evaluated.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record CompetitiveSwarm(Settings settings) implements FixedPopulation {

  /** The presets. */
  public CompetitiveSwarm() {
    this(
        Settings.of(
            Population.size(100, 2),
            Hyperparameter.real(
                "mean-pull", 0.1, Interval.closed(0, 10), "φ, the pull of the mean of all")));
  }

  @Override
  public String id() {
    return "competitive-swarm";
  }

  @Override
  public Description description() {
    return Description.of(
            "A swarm whose losers learn from winners",
            "v ← u₁ v + u₂ (winner − x) + φ u₃ (mean − x); x ← x + v, of the loser "
                + "of each pair",
            "Cheng & Jin, IEEE Trans. Cybernetics 45, 2015")
        .aliases("cso")
        .note(
            "The paper has 100 to 1500 members and φ from 0 to 0.3, more of both "
                + "the more parameters; the presets are for few.");
  }

  @Override
  public CompetitiveSwarm with(Map<String, Double> values) {
    return new CompetitiveSwarm(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double meanPull;
    private final double[][] velocity;
    private final int[] losers;
    private final int[] shuffled;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      meanPull = set.real("mean-pull");
      velocity = new double[members][coordinates];
      losers = new int[members / 2];
      shuffled = new int[members];
      Arrays.setAll(shuffled, i -> i);
    }

    @Override
    int propose() {
      double[] mean = new double[coordinates];
      mean(mean);
      for (int i = members - 1; i > 0; i--) {
        int drawn = random.nextInt(i + 1);
        int member = shuffled[drawn];
        shuffled[drawn] = shuffled[i];
        shuffled[i] = member;
      }
      for (int pair = 0; pair < losers.length; pair++) {
        int one = shuffled[2 * pair];
        int two = shuffled[2 * pair + 1];
        boolean firstWins = loss[one] < loss[two] || (loss[one] == loss[two] && one < two);
        losers[pair] = firstWins ? two : one;
        learn(pair, firstWins ? one : two, mean);
      }
      return losers.length;
    }

    private void learn(int pair, int winner, double[] mean) {
      int loser = losers[pair];
      double[] speed = velocity[loser];
      for (int c = 0; c < coordinates; c++) {
        double place = x[loser][c];
        double next = random.nextDouble() * speed[c];
        next += random.nextDouble() * (x[winner][c] - place);
        next += meanPull * random.nextDouble() * (mean[c] - place);
        speed[c] = next;
        proposal[pair][c] = place + next;
      }
    }

    @Override
    public int next(int largest) {
      return hasBegun() ? losers.length : members;
    }

    @Override
    public void flip(int coordinate, int pair) {
      velocity[losers[pair]][coordinate] = -velocity[losers[pair]][coordinate];
    }

    @Override
    void judge(int proposals) {
      for (int pair = 0; pair < proposals; pair++) {
        take(pair, losers[pair]);
      }
    }
  }
}
