package io.sluice.optimizers.evolution;

import io.sluice.math.Exponential;
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
 * The (μ/μ, λ) evolution strategy with self-adaptation of one step size: each member draws its own,
 * and what the best μ have is averaged:
 *
 * <pre>
 * σ_k = σ exp(τ N(0, 1)),  x_k = m + σ_k N(0, I)
 * m ← mean of the best x,  σ ← geometric mean of their σ_k
 * </pre>
 *
 * Presets: λ = 12, μ = λ / 4, τ = 1 / √(2 n), first step size 0.3 of the box. It uses only the
 * order of losses. Nothing is kept of a generation but m and σ.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record MuCommaLambdaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public MuCommaLambdaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(12, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.real(
                "parents",
                0.25,
                Interval.openClosed(0, 1),
                "share of the candidates that are parents"),
            Hyperparameter.real(
                "learning-rate", 0, Interval.NOT_NEGATIVE, "of step sizes; 0 for 1 / √(2 n)")));
  }

  @Override
  public String id() {
    return "mu-comma-lambda-es";
  }

  @Override
  public Description description() {
    return Description.of(
            "Evolution strategy with recombination and self-adaptation of the step size",
            "σ_k = σ exp(τ N), x_k = m + σ_k N(0, I);  m, σ ← means of the best μ",
            "H.-G. Beyer and H.-P. Schwefel, Evolution Strategies: A Comprehensive Introduction, Natural Computing 1, 2002")
        .note(
            "Of the two ways to adapt the step size of this strategy, self-adaptation and cumulation, it is self-adaptation; cma-es has the other.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public MuCommaLambdaEs with(Map<String, Double> values) {
    return new MuCommaLambdaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean and the step size in one trial. */
  private static final class State extends EvolutionState {
    private static final double FARTHEST = 100;

    private final Recombination ranks;
    private final double rate;
    private final double[] exponents;
    private final double[] meanStep;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, settings.real("step-size"));
      ranks = Recombination.equal((int) Math.max(1, Math.floor(size * settings.real("parents"))));
      double set = settings.real("learning-rate");
      rate = set > 0 ? set : 1 / Math.sqrt(2.0 * dimension);
      exponents = new double[size];
      meanStep = new double[dimension];
    }

    @Override
    void draw(int member) {
      exponents[member] = Math.max(-FARTHEST, Math.min(FARTHEST, rate * random.nextGaussian()));
      gaussians.fill(draws[member]);
      double longer = Exponential.exp(exponents[member]);
      for (int p = 0; p < dimension; p++) {
        steps[member][p] = longer * draws[member][p];
      }
    }

    @Override
    void learn(int[] best) {
      blend(best, ranks.weights(), steps, meanStep);
      moveMean(step, meanStep);
      double sum = 0;
      for (int rank = 0; rank < ranks.weights().length; rank++) {
        sum += ranks.weights()[rank] * exponents[best[rank]];
      }
      scaleStep(sum);
    }
  }
}
