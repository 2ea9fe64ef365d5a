package io.sluice.optimizers.direct;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Candidates;
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
 * Multidirectional search: all points of a simplex but the best are reflected at the best. If one
 * of them is better, the simplex is also tried twice as large, and the better of the two stays;
 * else all points move half the way to the best. The shape of the simplex never changes, so it does
 * not collapse as that of {@code nelder-mead} can. n candidates make a step, {@code edge} as there,
 * preset 0.1 of the box.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Multidirectional(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Multidirectional() {
    this(
        Settings.of(
            Hyperparameter.real(
                "edge",
                0.1,
                Interval.POSITIVE,
                "edge of the first simplex, in widths of the box")));
  }

  @Override
  public String id() {
    return "multidirectional";
  }

  @Override
  public Description description() {
    return Description.of(
        "A simplex that is reflected as a whole at its best point",
        "r_i = 2 x₀ − x_i;  e_i = 3 x₀ − 2 x_i;  c_i = (x₀ + x_i) / 2",
        "V. Torczon, Multidirectional search: a direct search algorithm for parallel machines, thesis, Rice University, 1989");
  }

  @Override
  public int populationSize(int parameters) {
    return parameters;
  }

  @Override
  public Multidirectional with(Map<String, Double> values) {
    return new Multidirectional(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, settings.real("edge"));
  }

  /** The simplex in one trial. */
  private static final class State implements PopulationState {
    private enum Phase {
      FIRST,
      OTHERS,
      REFLECT,
      EXPAND,
      CONTRACT
    }

    private final SearchSpace space;
    private final int dimension;
    private final double[] best;
    private final double[][] others;
    private final double[] otherLosses;
    private final double[][] tried;
    private final double[][] reflected;
    private final double[] reflectedLosses;
    private double bestLoss;
    private Phase phase = Phase.FIRST;

    State(SearchSpace space, RandomStream random, double edge) {
      this.space = space;
      dimension = space.parameters();
      best = new double[dimension];
      others = new double[dimension][dimension];
      tried = new double[dimension][dimension];
      reflected = new double[dimension][dimension];
      otherLosses = new double[dimension];
      reflectedLosses = new double[dimension];
      for (int p = 0; p < dimension; p++) {
        best[p] = random.nextDouble(space.lower(p), space.upper(p));
      }
      for (int i = 0; i < dimension; i++) {
        System.arraycopy(best, 0, others[i], 0, dimension);
        others[i][i] = SimplexSearch.moved(space, i, best[i], edge);
      }
    }

    @Override
    public int next(int size) {
      return phase == Phase.FIRST ? 1 : dimension;
    }

    @Override
    public int ask(Candidates candidates) {
      if (phase == Phase.FIRST) {
        for (int p = 0; p < dimension; p++) {
          best[p] = space.keep(p, best[p]);
          candidates.set(p, 0, best[p]);
        }
        return 1;
      }
      for (int i = 0; i < dimension; i++) {
        for (int p = 0; p < dimension; p++) {
          double value = best[p] + factor() * (others[i][p] - best[p]);
          tried[i][p] = space.keep(p, PointSearch.near(value));
          candidates.set(p, i, tried[i][p]);
        }
      }
      return dimension;
    }

    private double factor() {
      switch (phase) {
        case REFLECT:
          return -1;
        case EXPAND:
          return -2;
        case CONTRACT:
          return 0.5;
        default:
          return 1;
      }
    }

    @Override
    public void tell(double[] losses, int from) {
      if (phase == Phase.FIRST) {
        bestLoss = losses[from];
        phase = Phase.OTHERS;
        return;
      }
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < dimension; i++) {
        least = Math.min(least, losses[from + i]);
      }
      if (phase == Phase.REFLECT) {
        System.arraycopy(losses, from, reflectedLosses, 0, dimension);
        copy(tried, reflected);
        phase = least < bestLoss ? Phase.EXPAND : Phase.CONTRACT;
        return;
      }
      if (phase == Phase.EXPAND && least >= Arrays.stream(reflectedLosses).min().orElseThrow()) {
        copy(reflected, others);
        System.arraycopy(reflectedLosses, 0, otherLosses, 0, dimension);
      } else {
        copy(tried, others);
        System.arraycopy(losses, from, otherLosses, 0, dimension);
      }
      putBestFirst();
      phase = Phase.REFLECT;
    }

    private void putBestFirst() {
      int place = -1;
      double least = bestLoss;
      for (int i = 0; i < dimension; i++) {
        if (otherLosses[i] < least) {
          least = otherLosses[i];
          place = i;
        }
      }
      if (place >= 0) {
        otherLosses[place] = bestLoss;
        bestLoss = least;
        for (int p = 0; p < dimension; p++) {
          double value = best[p];
          best[p] = others[place][p];
          others[place][p] = value;
        }
      }
    }

    private void copy(double[][] source, double[][] target) {
      for (int i = 0; i < dimension; i++) {
        System.arraycopy(source[i], 0, target[i], 0, dimension);
      }
    }
  }
}
