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
import java.util.Map;
import org.pf4j.Extension;

/**
 * Latin hypercube designs, one after the other: of λ points each has, in every coordinate, one of λ
 * equal slices of the box to itself, at a uniform place in it; which one is a random permutation
 * per coordinate. So every coordinate alone is covered evenly, which independent points are not.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record LatinHypercube(Settings settings) implements SettingsSearch {

  /** The presets. */
  public LatinHypercube() {
    this(
        Settings.of(
            Hyperparameter.integer(
                SettingsSearch.POPULATION_SIZE,
                100,
                Interval.closed(1, 10_000),
                "points of a design")));
  }

  @Override
  public String id() {
    return "latin-hypercube";
  }

  @Override
  public Description description() {
    return Description.of(
        "Random points that cover every coordinate evenly",
        "x_c = a_c + (b_c − a_c) (π_c(k) + U) / λ",
        "M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21, 1979");
  }

  @Override
  public int populationSize(int parameters) {
    return settings.integer(SettingsSearch.POPULATION_SIZE);
  }

  @Override
  public LatinHypercube with(Map<String, Double> values) {
    return new LatinHypercube(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, settings.integer(SettingsSearch.POPULATION_SIZE));
  }

  /** Draws one design a generation. */
  private static final class State implements PopulationState {
    private final SearchSpace space;
    private final RandomStream random;
    private final int[] slices;

    State(SearchSpace space, RandomStream random, int size) {
      this.space = space;
      this.random = random;
      slices = new int[size];
      for (int i = 0; i < size; i++) {
        slices[i] = i;
      }
    }

    @Override
    public int ask(Candidates candidates) {
      for (int p = 0; p < space.parameters(); p++) {
        double lower = space.lower(p);
        double width = (space.upper(p) - lower) / slices.length;
        for (int i = slices.length - 1; i >= 0; i--) {
          int other = random.nextInt(i + 1);
          int slice = slices[other];
          slices[other] = slices[i];
          slices[i] = slice;
          candidates.set(p, i, lower + width * (slice + random.nextDouble()));
        }
      }
      return slices.length;
    }

    @Override
    public void tell(double[] losses, int from) {
      // Nothing is learned from the losses.
    }
  }
}
