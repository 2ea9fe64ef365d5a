package io.sluice.optimizers.evolution;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
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
 * The cross-entropy method with independent normal coordinates: the elite gives mean and deviation,
 * and both are smoothed:
 *
 * <pre>
 * m ← (1 − a) m + a · mean of the elite,  σ_c ← (1 − b_t) σ_c + b_t · deviation of the elite
 * b_t = β − β (1 − 1 / t)^q
 * </pre>
 *
 * Presets: λ = 10 n, at least 20 and at most 200, elite one tenth (at least two), a = 0.7, β = 0.8
 * and q = 6 from the tutorial's section on dynamic smoothing, first deviations one half of the box.
 * It uses only the order of losses.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record CrossEntropyMethod(Settings settings) implements SettingsSearch {

  /** The presets. */
  public CrossEntropyMethod() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "10 n from 20 to 200"),
            Hyperparameter.real(
                "step-size", 0.5, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.real(
                "elite", 0.1, Interval.openClosed(0, 1), "share of the candidates that count"),
            Hyperparameter.real(
                "smoothing", 0.7, Interval.openClosed(0, 1), "share of the new mean"),
            Hyperparameter.real(
                "deviation-smoothing",
                0.8,
                Interval.openClosed(0, 1),
                "share β of the new deviation at first"),
            Hyperparameter.real(
                "smoothing-decay",
                6,
                Interval.NOT_NEGATIVE,
                "exponent q; 0 for a share that does not fall")));
  }

  @Override
  public String id() {
    return "cross-entropy-method";
  }

  @Override
  public Description description() {
    return Description.of(
        "A normal distribution that follows its best samples",
        "m, σ ← smoothed mean and deviation of the elite",
        "P.-T. de Boer et al., A Tutorial on the Cross-Entropy Method, Annals of Operations Research 134, 2005");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr((int) Math.max(20, Math.min(200, 10L * parameters)));
  }

  @Override
  public CrossEntropyMethod with(Map<String, Double> values) {
    return new CrossEntropyMethod(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean and the deviations in one trial. */
  private static final class State extends EvolutionState {
    private final Settings settings;
    private final double[] deviations;
    private final double[] weights;
    private final double[] meanStep;
    private long generations;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, 1);
      this.settings = settings;
      int elite = (int) Math.max(Math.min(2, size), Math.floor(size * settings.real("elite")));
      weights = Recombination.equal(elite).weights();
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
      generations++;
      double decay = settings.real("smoothing-decay");
      double beta = settings.real("deviation-smoothing");
      double share = decay == 0 ? beta : beta - beta * StrictMath.pow(1 - 1.0 / generations, decay);
      blend(best, weights, steps, meanStep);
      for (int p = 0; p < dimension; p++) {
        double variance = 0;
        for (int rank = 0; rank < weights.length; rank++) {
          double apart = steps[best[rank]][p] - meanStep[p];
          variance += weights[rank] * apart * apart;
        }
        deviations[p] = limited((1 - share) * deviations[p] + share * Math.sqrt(variance));
      }
      moveMean(settings.real("smoothing"), meanStep);
    }
  }
}
