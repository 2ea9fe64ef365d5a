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
 * Policy gradients with parameter-based exploration: pairs of opposite steps move the mean, and
 * what the pairs are worth together moves the deviation of each coordinate; u are centred ranks in
 * [−½, ½], the best −½:
 *
 * <pre>
 * m_c ← m_c − α_m σ_c 1 / K Σ_k (u_k⁺ − u_k⁻) z_kc
 * σ_c ← σ_c (1 − α_σ 1 / K Σ_k (u_k⁺ + u_k⁻) / 2 (z_kc² − 1)), by at most one fifth
 * </pre>
 *
 * Presets: λ = 4 + ⌊3 ln n⌋ doubled, α_m = 1, α_σ = 0.2, first deviations 0.3 of the box. It uses
 * only the order of losses. An odd candidate out is the mean.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Pgpe(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Pgpe() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "2 (4 + ⌊3 ln n⌋)"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.real(
                "learning-rate", 1, Interval.POSITIVE, "of the mean, in deviations"),
            Hyperparameter.real(
                "deviation-rate", 0.2, Interval.closed(0, 1), "of the deviations")));
  }

  @Override
  public String id() {
    return "pgpe";
  }

  @Override
  public Description description() {
    return Description.of(
            "Opposite pairs of candidates move the mean and the deviations",
            "m ← m − α σ Σ (u⁺ − u⁻) z / K;  σ ← σ (1 − α Σ ū (z² − 1) / K)",
            "F. Sehnke et al., Parameter-exploring policy gradients, Neural Networks 23, 2010")
        .note(
            "The paper divides rewards by the best one known, which presumes that they are positive; here and in evosax ranks stand in their place.")
        .note("evosax moves the mean by ClipUp, the paper by a plain step, as here.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(2 * Recombination.usualSize(parameters));
  }

  @Override
  public Pgpe with(Map<String, Double> values) {
    return new Pgpe(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean and the deviations in one trial. */
  private static final class State extends OppositePairs {
    private static final double LARGEST_CHANGE = 0.2;

    private final double meanRate;
    private final double deviationRate;
    private final double[] deviations;
    private final double[] meanStep;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, 1);
      meanRate = settings.real("learning-rate");
      deviationRate = settings.real("deviation-rate");
      meanStep = new double[dimension];
      deviations = new double[dimension];
      Arrays.fill(deviations, settings.real("step-size"));
    }

    @Override
    void draw(int member) {
      super.draw(member);
      for (int p = 0; p < dimension; p++) {
        draws[member][p] = steps[member][p];
        steps[member][p] *= deviations[p];
      }
    }

    @Override
    double oppositeOf(int member, int parameter) {
      return draws[member][parameter];
    }

    @Override
    void learn(int[] best) {
      double share = 2.0 / size;
      blend(best, centredRanks, steps, meanStep);
      moveMean(-meanRate * share, meanStep);
      for (int p = 0; p < dimension; p++) {
        double pull = 0;
        for (int rank = 0; rank < size; rank++) {
          double z = draws[best[rank]][p];
          pull += centredRanks[rank] * (z * z - 1);
        }
        double change = -deviationRate * share / 2 * pull;
        change = Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, change));
        deviations[p] = limited(deviations[p] * (1 + change));
      }
    }
  }
}
