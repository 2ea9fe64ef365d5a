package io.sluice.optimizers;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Candidates;
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
 * Points drawn uniformly from the box, each independent of all before: the control that every other
 * optimizer has to beat.
 *
 * @param populationSize how many points are drawn at a time; it decides nothing but when a trial
 *     can stop
 */
@Extension
public record RandomSearch(int populationSize) implements PopulationOptimizerExtension {

  /** The presets. */
  public RandomSearch() {
    this(100);
  }

  @Override
  public String id() {
    return "random-search";
  }

  @Override
  public Description description() {
    return Description.of("Independent uniform points, the control", "w ~ U(box)", "");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer(
            "population-size", populationSize, Interval.closed(1, 10_000), "points at a time"));
  }

  @Override
  public RandomSearch with(Map<String, Double> values) {
    return new RandomSearch(values.get("population-size").intValue());
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new PopulationState() {
      @Override
      public int ask(Candidates candidates) {
        for (int p = 0; p < space.parameters(); p++) {
          int row = candidates.row(p);
          random.fill(
              candidates.block(), row, row + populationSize, space.lower(p), space.upper(p));
        }
        return populationSize;
      }

      @Override
      public void tell(double[] losses, int from) {
        // Nothing is learned from the losses.
      }
    };
  }
}
