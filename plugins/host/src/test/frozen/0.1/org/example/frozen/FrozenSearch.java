package org.example.frozen;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Candidates;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** Random search around the best. */
@Extension
public record FrozenSearch(int size) implements PopulationOptimizerExtension {

  public FrozenSearch() {
    this(8);
  }

  @Override
  public String id() {
    return "frozen-search";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.integer("size", size, Interval.closed(1, 100), "candidates"));
  }

  @Override
  public FrozenSearch with(Map<String, Double> values) {
    return new FrozenSearch(values.get("size").intValue());
  }

  @Override
  public int populationSize() {
    return size;
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    int parameters = space.parameters();
    double[][] asked = new double[size][parameters];
    double[] best = new double[parameters];
    for (int p = 0; p < parameters; p++) {
      best[p] = random.nextDouble(space.lower(p), space.upper(p));
    }
    return new PopulationState() {
      private double bestLoss = Double.POSITIVE_INFINITY;

      @Override
      public int ask(Candidates candidates) {
        for (int member = 0; member < size; member++) {
          for (int p = 0; p < parameters; p++) {
            double width = space.upper(p) - space.lower(p);
            double moved = best[p] + 0.1 * width * random.nextGaussian();
            asked[member][p] = space.keep(p, moved);
            candidates.set(p, member, asked[member][p]);
          }
        }
        return size;
      }

      @Override
      public void tell(double[] losses, int from) {
        for (int member = 0; member < size; member++) {
          if (losses[from + member] < bestLoss) {
            bestLoss = losses[from + member];
            System.arraycopy(asked[member], 0, best, 0, parameters);
          }
        }
      }
    };
  }
}
