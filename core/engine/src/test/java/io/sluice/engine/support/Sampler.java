package io.sluice.engine.support;

import io.sluice.spi.Candidates;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;

/**
 * Samples around the best point so far, a whole box at first; every third generation has a member
 * less.
 */
public record Sampler(int populationSize, double width) implements PopulationOptimizer {

  public Sampler() {
    this(5, 0.5);
  }

  @Override
  public String id() {
    return "sampler";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer("size", populationSize, Interval.closed(1, 1000), "members"),
        Hyperparameter.real("width", width, Interval.POSITIVE, "of a step, in boxes"));
  }

  @Override
  public Sampler with(Map<String, Double> values) {
    return new Sampler(values.get("size").intValue(), values.get("width"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new Sampling(space, random);
  }

  private final class Sampling implements PopulationState {
    private final SearchSpace space;
    private final RandomStream random;
    private final double[][] asked;
    private double[] best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int generation;
    private int members;

    Sampling(SearchSpace space, RandomStream random) {
      this.space = space;
      this.random = random;
      this.asked = new double[populationSize][space.parameters()];
    }

    @Override
    public int ask(Candidates candidates) {
      members = generation++ % 3 == 2 ? Math.max(1, populationSize - 1) : populationSize;
      for (int member = 0; member < members; member++) {
        for (int p = 0; p < space.parameters(); p++) {
          double lower = space.lower(p);
          double upper = space.upper(p);
          double value =
              best == null
                  ? random.nextDouble(lower, upper)
                  : best[p] + width * (upper - lower) * random.nextGaussian();
          candidates.set(p, member, value);
          asked[member][p] = space.keep(p, value);
        }
      }
      return members;
    }

    @Override
    public void tell(double[] losses, int from) {
      for (int member = 0; member < members; member++) {
        if (losses[from + member] < bestLoss) {
          bestLoss = losses[from + member];
          best = asked[member].clone();
        }
      }
    }
  }
}
