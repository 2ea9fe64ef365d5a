package io.sluice.optimizers.evolution;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * The evolution strategy with matrix adaptation: CMA-ES without a covariance, whose root M is
 * adapted itself, so that nothing is decomposed. Each member is x = m + σ M z, z ~ N(0, I):
 *
 * <pre>
 * p_σ ← (1 − c_σ) p_σ + √(c_σ (2 − c_σ) μ_eff) Σ w_i z_i
 * M  ← M (I + c_1 / 2 (p_σ p_σᵀ − I) + c_w / 2 (Σ w_i z_i z_iᵀ − I))
 * σ  ← σ exp(c_σ / d_σ (‖p_σ‖ / E‖N(0, I)‖ − 1))
 * </pre>
 *
 * Presets: λ = 4 + ⌊3 ln n⌋, μ = ⌊λ / 2⌋, c_1 = 2 / ((n + 1.3)² + μ_eff), c_w = min(1 − c_1, 2
 * (μ_eff + 1 / μ_eff − 2) / ((n + 2)² + μ_eff)), c_σ = (μ_eff + 2) / (n + μ_eff + 5), d_σ as {@code
 * cma-es}; first step size 0.3 of the box.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record MaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public MaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box")));
  }

  @Override
  public String id() {
    return "ma-es";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(
        Invariance.LOSS_ORDER, Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
        "Evolution strategy that adapts a matrix of directions, without decomposition",
        "x = m + σ M z;  M ← M (I + c₁/2 (p pᵀ − I) + c_w/2 (Σ w z zᵀ − I))",
        "H.-G. Beyer and B. Sendhoff, Simplify Your Covariance Matrix Adaptation Evolution Strategy, IEEE TEVC 21, 2017");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public MaEs with(Map<String, Double> values) {
    return new MaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings.real("step-size"));
  }

  /** The mean, the matrix M and the path in one trial. */
  private static final class State extends EvolutionState {
    private final Recombination ranks;
    private final StepControl control;
    private final double rateOne;
    private final double rateWeighted;
    private final double[][] matrix;
    private final double[] meanStep;
    private final double[] meanDraw;
    private final double[] product;

    State(SearchSpace space, RandomStream random, int size, double step) {
      super(space, random, size, step);
      ranks = Recombination.logarithmic(size);
      control = new StepControl(dimension, ranks.effective(), 5);
      double n = dimension;
      double mu = ranks.effective();
      rateOne = Math.min(0.5, 2 / ((n + 1.3) * (n + 1.3) + mu));
      rateWeighted = Math.min(1 - rateOne, 2 * (mu + 1 / mu - 2) / ((n + 2) * (n + 2) + mu));
      matrix = new double[dimension][dimension];
      for (int i = 0; i < dimension; i++) {
        matrix[i][i] = 1;
      }
      meanStep = new double[dimension];
      meanDraw = new double[dimension];
      product = new double[dimension];
    }

    @Override
    void draw(int member) {
      gaussians.fill(draws[member]);
      SymmetricMatrix.multiply(matrix, draws[member], steps[member]);
    }

    @Override
    void learn(int[] best) {
      double[] weights = ranks.weights();
      blend(best, weights, steps, meanStep);
      blend(best, weights, draws, meanDraw);
      moveMean(step, meanStep);
      double exponent = control.advance(meanDraw);
      SymmetricMatrix.multiply(matrix, control.path(), product);
      double kept = 1 - rateOne / 2 - rateWeighted / 2;
      for (int i = 0; i < dimension; i++) {
        double[] row = matrix[i];
        for (int j = 0; j < dimension; j++) {
          row[j] = kept * row[j] + rateOne / 2 * product[i] * control.path()[j];
        }
        for (int rank = 0; rank < weights.length; rank++) {
          double share = rateWeighted / 2 * weights[rank] * steps[best[rank]][i];
          double[] drawn = draws[best[rank]];
          for (int j = 0; j < dimension; j++) {
            row[j] += share * drawn[j];
          }
        }
      }
      scaleStep(exponent);
    }
  }
}
