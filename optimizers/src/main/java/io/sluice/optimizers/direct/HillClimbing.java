package io.sluice.optimizers.direct;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Hill climbing: neighbours of the best point, each coordinate moved by a uniform number of the
 * size of a step; the best neighbour becomes the point if it is not worse. The step never changes,
 * so in the end the point wanders within a step of the valley's ground. Presets: one neighbour at a
 * time, step 0.05 of the box. The first generation looks at uniform points.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record HillClimbing(Settings settings) implements SettingsSearch {

  /** The presets. */
  public HillClimbing() {
    this(
        Settings.of(
            Hyperparameter.integer(
                SettingsSearch.POPULATION_SIZE,
                1,
                Interval.closed(1, 10_000),
                "neighbours at a time"),
            Hyperparameter.real(
                "step-size",
                0.05,
                Interval.POSITIVE,
                "largest move of a coordinate, in widths of the box")));
  }

  @Override
  public String id() {
    return "hill-climbing";
  }

  @Override
  public Description description() {
    return Description.of(
        "The best of random neighbours, if it is not worse",
        "x' = x + U(−s, s);  x ← x' if f(x') ≤ f(x)",
        "");
  }

  @Override
  public int populationSize(int parameters) {
    return settings.integer(SettingsSearch.POPULATION_SIZE);
  }

  @Override
  public HillClimbing with(Map<String, Double> values) {
    return new HillClimbing(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new BallSearch(space, random, settings.integer(SettingsSearch.POPULATION_SIZE)) {
      @Override
      void propose(int member, double[] step) {
        random.fill(step, 0, step.length, -settings.real("step-size"), settings.real("step-size"));
      }
    };
  }
}
