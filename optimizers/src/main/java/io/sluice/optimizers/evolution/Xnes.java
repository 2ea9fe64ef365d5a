package io.sluice.optimizers.evolution;

import io.sluice.math.Exponential;
import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.optimizers.SymmetricEigen;
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
 * Exponential natural evolution strategy: a natural gradient step on mean, step size and shape B,
 * all of it in the coordinates of the sample, x = m + σ B z:
 *
 * <pre>
 * m ← m + η_m σ B Σ u_i z_i
 * σ ← σ exp(η_σ / 2 · tr(G) / n),  G = Σ u_i (z_i z_iᵀ − I)
 * B ← B exp(η_B / 2 (G − tr(G) / n I))
 * </pre>
 *
 * Presets: λ = 4 + ⌊3 ln n⌋, η_m = 1, η_σ = η_B = 3 (3 + ln n) / (5 n √n), utilities u_i = max(0,
 * ln(λ / 2 + 1) − ln i) / Σ − 1 / λ, first step size 0.3 of the box. It uses only the order of
 * losses, and in a box with equal sides turning the space changes nothing but rounding.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Xnes(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Xnes() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.real(
                "learning-rate",
                0,
                Interval.closed(0, 1),
                "of step size and shape; 0 for 3 (3 + ln n) / (5 n √n)")));
  }

  @Override
  public String id() {
    return "xnes";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(
        Invariance.LOSS_ORDER, Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Natural gradient of the mean and the shape of a normal distribution",
            "x = m + σ B z;  B ← B exp(η/2 Σ u (z zᵀ − I)), its trace in σ",
            "D. Wierstra et al., Natural Evolution Strategies, JMLR 15, 2014")
        .note("The paper of 2010 has (9 + 3 ln n) / (5 n √n), which is the same number.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public Xnes with(Map<String, Double> values) {
    return new Xnes(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean and the shape in one trial. */
  private static final class State extends EvolutionState {
    private final double[] utilities;
    private final double rate;
    private final double[][] shape;
    private final double[][] gradient;
    private final double[][] vectors;
    private final double[] meanStep;
    private final double[] row;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, settings.real("step-size"));
      utilities = Recombination.utilities(size);
      double set = settings.real("learning-rate");
      double n = dimension;
      rate = set > 0 ? set : Math.min(1, 3 * (3 + StrictMath.log(n)) / (5 * n * Math.sqrt(n)));
      shape = new double[dimension][dimension];
      gradient = new double[dimension][dimension];
      vectors = new double[dimension][dimension];
      meanStep = new double[dimension];
      row = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        shape[i][i] = 1;
      }
    }

    @Override
    void draw(int member) {
      gaussians.fill(draws[member]);
      SymmetricMatrix.multiply(shape, draws[member], steps[member]);
    }

    @Override
    void learn(int[] best) {
      blend(best, utilities, steps, meanStep);
      moveMean(step, meanStep);
      double trace = setGradient(best);
      for (int i = 0; i < dimension; i++) {
        gradient[i][i] -= trace / dimension;
      }
      SymmetricEigen.diagonalise(gradient, vectors);
      applyExponential();
      scaleStep(rate / 2 * trace / dimension);
    }

    private double setGradient(int[] best) {
      double trace = 0;
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = 0;
          for (int rank = 0; rank < size; rank++) {
            double[] z = draws[best[rank]];
            sum += utilities[rank] * (z[i] * z[j] - (i == j ? 1 : 0));
          }
          gradient[i][j] = sum;
          gradient[j][i] = sum;
        }
        trace += gradient[i][i];
      }
      return trace;
    }

    /** B ← B V exp(η / 2 Λ) Vᵀ, row by row. */
    private void applyExponential() {
      for (double[] line : shape) {
        for (int k = 0; k < dimension; k++) {
          double along = 0;
          for (int j = 0; j < dimension; j++) {
            along += line[j] * vectors[j][k];
          }
          row[k] = along * Exponential.exp(rate / 2 * gradient[k][k]);
        }
        for (int j = 0; j < dimension; j++) {
          line[j] = SymmetricMatrix.dot(vectors[j], row);
        }
      }
    }
  }
}
