package io.sluice.optimizers;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One trial of a population optimizer on a function, as the engine drives it, without engine. */
public final class Search {

  private final SearchSpace space;
  private final PopulationState state;
  private final BlockLayout layout;
  private final int size;
  private final ToDoubleFunction<double[]> loss;
  private final double[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private long evaluations;
  private double[][] asked = {};

  /** A trial before its first generation. */
  public Search(
      PopulationOptimizer optimizer,
      SearchSpace space,
      long seed,
      ToDoubleFunction<double[]> loss) {
    this.space = space;
    this.loss = loss;
    size = optimizer.populationSize(space.parameters());
    layout = new BlockLayout(space.parameters(), size + 1, 1);
    state = optimizer.start(space, new RandomStream(seed));
    best = new double[space.parameters()];
  }

  /** A copy of an optimizer with some settings. */
  public static PopulationOptimizer with(PopulationOptimizer optimizer, Map<String, Double> set) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter each : optimizer.hyperparameters()) {
      values.put(each.name(), each.value());
    }
    if (!values.keySet().containsAll(set.keySet())) {
      throw new IllegalArgumentException(set + " are not all among " + values);
    }
    values.putAll(set);
    return optimizer.with(values);
  }

  /** Goes on until so many evaluations are made, or one generation more would be too much. */
  public Search until(long budget) {
    while (evaluations + state.next(size) <= budget) {
      generation();
    }
    return this;
  }

  /** One generation more. */
  public Search generation() {
    double[] block = layout.newBlock();
    int members = state.ask(new Candidates(layout, block, 1, size));
    double[] losses = new double[size + 1];
    asked = new double[members][space.parameters()];
    for (int member = 0; member < members; member++) {
      for (int p = 0; p < space.parameters(); p++) {
        asked[member][p] = space.keep(p, block[layout.row(p) + 1 + member]);
      }
      double value = loss.applyAsDouble(asked[member]);
      losses[1 + member] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
      evaluations++;
      if (losses[1 + member] < bestLoss) {
        bestLoss = losses[1 + member];
        System.arraycopy(asked[member], 0, best, 0, best.length);
      }
    }
    state.tell(losses, 1);
    return this;
  }

  /** The candidates of the last generation, after the policy. */
  public double[][] asked() {
    return asked;
  }

  /** The best point so far. */
  public double[] best() {
    return best.clone();
  }

  /** The least loss so far. */
  public double bestLoss() {
    return bestLoss;
  }

  /** How many losses were computed. */
  public long evaluations() {
    return evaluations;
  }

  /** The state, to ask what no port tells. */
  public PopulationState state() {
    return state;
  }

  /** The median of losses; the upper one of two. */
  public static double median(double[] losses) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
