package io.sluice.optimizers.evolution;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Matrix adaptation with limited memory, for many parameters: in place of a matrix there are k = 4
 * + ⌊3 ln n⌋ directions m_j, each an average over its own time:
 *
 * <pre>
 * d ← z;  d ← (1 − c_d,j) d + c_d,j m_j (m_jᵀ d)  for j = 1 … min(generations, k);  x = m + σ d
 * p_σ ← (1 − c_σ) p_σ + √(c_σ (2 − c_σ) μ_eff) Σ w_i z_i
 * m_j ← (1 − c_c,j) m_j + √(c_c,j (2 − c_c,j) μ_eff) Σ w_i z_i
 * σ  ← σ exp(c_σ / 2 (‖p_σ‖² / n − 1))
 * </pre>
 *
 * Presets: λ = 4 + ⌊3 ln n⌋, c_σ = 2 λ / n, c_d,j = 1 / (1.5^(j−1) n), c_c,j = λ / (4^(j−1) n),
 * first step size 0.3 of the box. The paper has hundreds of parameters and more; where there are so
 * few that a rate would exceed 1, it is 1, and the exponent of σ stays below 1.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record LmMaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public LmMaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box")));
  }

  @Override
  public String id() {
    return "lm-ma-es";
  }

  @Override
  public Description description() {
    return Description.of(
            "Matrix adaptation with few directions in place of a matrix, for many parameters",
            "d ← (1 − c_d) d + c_d m_j (m_jᵀ d), d = z at first;  x = m + σ d",
            "I. Loshchilov, T. Glasmachers and H.-G. Beyer, Limited-Memory Matrix Adaptation for Large Scale Black-box Optimization, arXiv 1705.06693")
        .note("evosax adapts the step size as ma-es does, with another c_σ and d_σ.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public LmMaEs with(Map<String, Double> values) {
    return new LmMaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings.real("step-size"));
  }

  /** The mean and the directions in one trial. */
  private static final class State extends EvolutionState {
    private final Recombination ranks;
    private final double rateStep;
    private final double[][] directions;
    private final double[] pathStep;
    private final double[] meanStep;
    private final double[] meanDraw;
    private int generations;

    State(SearchSpace space, RandomStream random, int size, double step) {
      super(space, random, size, step);
      ranks = Recombination.logarithmic(size);
      rateStep = Math.min(1, 2.0 * size / dimension);
      directions = new double[Recombination.usualSize(dimension)][dimension];
      pathStep = new double[dimension];
      meanStep = new double[dimension];
      meanDraw = new double[dimension];
    }

    @Override
    void draw(int member) {
      gaussians.fill(draws[member]);
      double[] d = steps[member];
      System.arraycopy(draws[member], 0, d, 0, dimension);
      double rate = 1.0 / dimension;
      for (int j = 0; j < Math.min(generations, directions.length); j++) {
        double along = rate * SymmetricMatrix.dot(directions[j], d);
        for (int p = 0; p < dimension; p++) {
          d[p] = (1 - rate) * d[p] + along * directions[j][p];
        }
        rate /= 1.5;
      }
    }

    @Override
    void learn(int[] best) {
      blend(best, ranks.weights(), steps, meanStep);
      blend(best, ranks.weights(), draws, meanDraw);
      moveMean(step, meanStep);
      advance(pathStep, rateStep, ranks.effective(), meanDraw);
      double rate = (double) size / dimension;
      for (double[] direction : directions) {
        advance(direction, Math.min(1, rate), ranks.effective(), meanDraw);
        rate /= 4;
      }
      generations++;
      scaleStep(Math.min(1, rateStep / 2 * (square(pathStep) / dimension - 1)));
    }
  }
}
