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
import io.sluice.spi.TrialLanes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
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
    return EnumSet.of(
        Invariance.LOSS_ORDER,
        Invariance.SHIFT,
        Invariance.COORDINATE_SCALE,
        Invariance.PERMUTATION);
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
    return new State(TrialLanes.of(this, space, random));
  }

  @Override
  public Optional<PopulationState> start(TrialLanes lanes) {
    return Optional.of(new State(lanes));
  }

  /** The means and the deviations of trials side by side. */
  private static final class State extends LaneEvolution {

    /** By rank. */
    private final double[] utilities;

    private final double[] halfRate;
    private final double[] deviations;
    private final double[] spread;
    private final double[] pull;

    State(TrialLanes lanes) {
      super(lanes);
      utilities = Recombination.utilities(size);
      halfRate = lanes.hyperparameter("learning-rate", dimension);
      double n = dimension;
      double usual = Math.min(1, (3 + StrictMath.log(n)) / (5 * Math.sqrt(n)));
      for (int i = 0; i < halfRate.length; i++) {
        halfRate[i] = (halfRate[i] > 0 ? halfRate[i] : usual) / 2;
      }
      deviations = lanes.hyperparameter("step-size", dimension);
      spread = new double[size * lanes.lanes()];
      pull = new double[dimension * lanes.lanes()];
    }

    @Override
    void shape(int parameter, int length) {
      lanes.spread(deviations, parameter * lanes.lanes(), spread, size);
      double[] draw = draws[parameter];
      double[] step = steps[parameter];
      for (int i = 0; i < length; i++) {
        step[i] = spread[i] * draw[i];
      }
    }

    @Override
    void learn() {
      int count = lanes.lanes();
      for (int p = 0; p < dimension; p++) {
        for (int lane = 0; lane < count; lane++) {
          double way = 0;
          double sum = 0;
          for (int rank = 0; rank < size; rank++) {
            int i = best(rank, lane);
            double z = draws[p][i];
            way += utilities[rank] * steps[p][i];
            sum += utilities[rank] * (z * z - 1);
          }
          moveMean(p, lane, way);
          pull[p * count + lane] = halfRate[p * count + lane] * sum;
        }
      }
      Exponential.exps(pull, pull, 0, dimension * count);
      for (int i = 0; i < dimension * count; i++) {
        deviations[i] = EvolutionState.limited(deviations[i] * pull[i]);
      }
    }
  }
}
