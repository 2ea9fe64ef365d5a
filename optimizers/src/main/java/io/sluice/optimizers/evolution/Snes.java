package io.sluice.optimizers.evolution;

import io.sluice.math.Exponential;
import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Separable natural evolution strategy: a natural gradient step on the mean and the deviation of
 * each coordinate, in linear time and memory:
 *
 * <pre>
 * m_c ← m_c + η_m σ_c Σ u_i z_ic
 * σ_c ← σ_c exp(η_σ / 2 Σ u_i (z_ic² − 1))
 * </pre>
 *
 * Presets: λ = 4 + ⌊3 ln n⌋, η_m = 1, η_σ = (3 + ln n) / (5 √n), utilities as {@code xnes}, first
 * deviations 0.3 of the box. It uses only the order of losses.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Snes(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Snes() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.real(
                "learning-rate",
                0,
                Interval.closed(0, 1),
                "of the deviations; 0 for (3 + ln n) / (5 √n)")));
  }

  @Override
  public String id() {
    return "snes";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.LOSS_ORDER, Invariance.SHIFT, Invariance.COORDINATE_SCALE);
  }

  @Override
  public Description description() {
    return Description.of(
        "Natural gradient of the means and deviations of the coordinates",
        "x = m + σ z;  m ← m + σ Σ u z;  σ ← σ exp(η/2 Σ u (z² − 1))",
        "T. Schaul, T. Glasmachers and J. Schmidhuber, High Dimensions and Heavy Tails for Natural Evolution Strategies, GECCO 2011");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public Snes with(Map<String, Double> values) {
    return new Snes(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean and the deviations in one trial. */
  private static final class State extends EvolutionState {
    private final double[] utilities;
    private final double rate;
    private final double[] deviations;
    private final double[] meanStep;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, 1);
      utilities = Recombination.utilities(size);
      double set = settings.real("learning-rate");
      double n = dimension;
      rate = set > 0 ? set : Math.min(1, (3 + StrictMath.log(n)) / (5 * Math.sqrt(n)));
      meanStep = new double[dimension];
      deviations = new double[dimension];
      Arrays.fill(deviations, settings.real("step-size"));
    }

    @Override
    void draw(int member) {
      gaussians.fill(draws[member]);
      for (int p = 0; p < dimension; p++) {
        steps[member][p] = deviations[p] * draws[member][p];
      }
    }

    @Override
    void learn(int[] best) {
      blend(best, utilities, steps, meanStep);
      moveMean(1, meanStep);
      for (int p = 0; p < dimension; p++) {
        double pull = 0;
        for (int rank = 0; rank < size; rank++) {
          double z = draws[best[rank]][p];
          pull += utilities[rank] * (z * z - 1);
        }
        deviations[p] = limited(deviations[p] * Exponential.exp(rate / 2 * pull));
      }
    }
  }
}
