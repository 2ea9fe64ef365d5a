package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Teaching and learning: in turns, every learner goes from the mean of the class towards the best,
 * and every learner goes towards a better one, or away from a worse one. What is no worse stays.
 * There is nothing to set but the size.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record TeachingLearning(Settings settings) implements FixedPopulation {

  /** The presets. */
  public TeachingLearning() {
    this(Settings.of(Population.size(50, 2)));
  }

  @Override
  public String id() {
    return "tlbo";
  }

  @Override
  public Description description() {
    return Description.of(
            "Learners taught by the best and by one another",
            "x′ = x + u (best − T mean), T 1 or 2; then x′ = x ± u (x_j − x), "
                + "towards the better; x ← x′ if no worse",
            "Rao, Savsani & Vakharia, Computer-Aided Design 43, 2011")
        .note(
            "Črepinšek, Liu & Mernik (Information Sciences 212, 2012) show that T "
                + "is a parameter after all, that steps of the original program go "
                + "uncounted, and that its results cannot be repeated; here every "
                + "candidate counts.")
        .note("T = 2 draws it to the origin as the grey wolf is, if less.");
  }

  @Override
  public TeachingLearning with(Map<String, Double> values) {
    return new TeachingLearning(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings.integer("population-size"), space, random);
  }

  private static final class State extends Population {

    private boolean teaches = true;

    State(int members, SearchSpace space, RandomStream random) {
      super(members, space, random);
    }

    @Override
    int propose() {
      if (teaches) {
        teach();
      } else {
        learn();
      }
      teaches = !teaches;
      return members;
    }

    private void teach() {
      double[] teacher = x[leader()];
      double[] mean = new double[coordinates];
      mean(mean);
      for (int i = 0; i < members; i++) {
        int factor = 1 + random.nextInt(2);
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] = x[i][c] + random.nextDouble() * (teacher[c] - factor * mean[c]);
        }
      }
    }

    private void learn() {
      for (int i = 0; i < members; i++) {
        int other = other(i);
        int sign = loss[other] < loss[i] ? 1 : -1;
        for (int c = 0; c < coordinates; c++) {
          double way = x[other][c] - x[i][c];
          proposal[i][c] = x[i][c] + sign * random.nextDouble() * way;
        }
      }
    }

    @Override
    void judge(int proposals) {
      takeNoWorse(proposals);
    }
  }
}
