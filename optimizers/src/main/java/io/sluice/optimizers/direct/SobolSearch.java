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
 * The points of Sobol's sequence: of the first 2^k each coordinate has one in each of 2^k equal
 * slices of the box, and pairs of coordinates are covered evenly too. {@link SobolSequence} has
 * direction numbers for 1024 coordinates; those behind are independent and uniform.
 *
 * <p>With {@code scramble}, the preset, each coordinate is scrambled by Owen's nested permutations,
 * by the hash of Laine and Karras with a seed of the trial, and every point is uniform inside of
 * its cell of width 2^−32: trials differ, and points keep their even spread. Without it every trial
 * has the plain sequence, whose first point is the lower corner of the box.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record SobolSearch(Settings settings) implements SettingsSearch {

  /** The presets. */
  public SobolSearch() {
    this(
        Settings.of(
            Hyperparameter.integer(
                SettingsSearch.POPULATION_SIZE,
                64,
                Interval.closed(1, 10_000),
                "points at a time; it decides nothing but when a trial can stop"),
            Hyperparameter.flag("scramble", true, "each trial has its own scrambled points")));
  }

  @Override
  public String id() {
    return "sobol-search";
  }

  @Override
  public Description description() {
    return Description.of(
            "Points of a sequence that covers the box evenly",
            "x_c = a_c + (b_c − a_c) s_c(k)",
            "S. Joe and F. Y. Kuo, Constructing Sobol Sequences with Better Two-Dimensional Projections, SIAM J. Sci. Comput. 30, 2008; B. Burley, Practical Hash-based Owen Scrambling, JCGT 9, 2020")
        .note("SciPy scrambles by random matrices and a shift; unscrambled points are the same.");
  }

  @Override
  public int populationSize(int parameters) {
    return settings.integer(SettingsSearch.POPULATION_SIZE);
  }

  @Override
  public SobolSearch with(Map<String, Double> values) {
    return new SobolSearch(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, settings);
  }

  /** Goes through the sequence. */
  private static final class State implements PopulationState {
    private static final double UNIT = 0x1.0p-32;

    private final SearchSpace space;
    private final RandomStream random;
    private final SobolSequence sequence;
    private final int covered;
    private final int size;
    private final int[] seeds;

    State(SearchSpace space, RandomStream random, Settings settings) {
      this.space = space;
      this.random = random;
      size = settings.integer(SettingsSearch.POPULATION_SIZE);
      covered = Math.min(space.parameters(), SobolSequence.MOST_DIMENSIONS);
      sequence = new SobolSequence(covered);
      seeds = new int[settings.flag("scramble") ? covered : 0];
      for (int p = 0; p < seeds.length; p++) {
        seeds[p] = (int) random.nextLong();
      }
    }

    @Override
    public int ask(Candidates candidates) {
      for (int member = 0; member < size; member++) {
        int[] point = sequence.next();
        for (int p = 0; p < space.parameters(); p++) {
          double share = p < covered ? share(point[p], p) : random.nextDouble();
          candidates.set(p, member, space.lower(p) + (space.upper(p) - space.lower(p)) * share);
        }
      }
      return size;
    }

    private double share(int fraction, int parameter) {
      return seeds.length == 0
          ? Integer.toUnsignedLong(fraction) * UNIT
          : (Integer.toUnsignedLong(scrambled(fraction, seeds[parameter])) + random.nextDouble())
              * UNIT;
    }

    @Override
    public void tell(double[] losses, int from) {
      // Nothing is learned from the losses.
    }
  }

  /** Each bit is turned or not by those above it: a nested permutation of halves of halves. */
  static int scrambled(int fraction, int seed) {
    int x = Integer.reverse(fraction) + seed;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return Integer.reverse(x);
  }
}
