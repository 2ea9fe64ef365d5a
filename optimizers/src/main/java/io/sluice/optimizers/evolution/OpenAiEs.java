package io.sluice.optimizers.evolution;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * The evolution strategy of OpenAI: pairs of opposite steps estimate the slope of the smoothed
 * loss, from centred ranks u in [−½, ½] (0 best gives −½), and Adam follows it:
 *
 * <pre>
 * g = 1 / λ Σ u_i ε_i,  x_i = m + σ s ∘ ε_i,  ε_{2k+1} = −ε_{2k}
 * a ← β_1 a + (1 − β_1) g,  v ← β_2 v + (1 − β_2) g²,  m ← m − α s ∘ â / (√v̂ + 1e-8)
 * </pre>
 *
 * The step size σ never changes, so in the end the loss stays about σ² above the best. Presets: λ =
 * 50, σ = 0.02 and α = 0.01 as in the paper, both in widths of the box. An odd candidate out is the
 * mean. The policy {@code reflect-flip} reverses Adam's first moment.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record OpenAiEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public OpenAiEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(50, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size",
                0.02,
                Interval.POSITIVE,
                "deviation of the candidates, in widths of the box"),
            Hyperparameter.real(
                "learning-rate", 0.01, Interval.POSITIVE, "step of the mean, in widths of the box"),
            Hyperparameter.real(
                "beta1", 0.9, Interval.closedOpen(0, 1), "how much of the mean slope is kept"),
            Hyperparameter.real(
                "beta2", 0.999, Interval.closedOpen(0, 1), "how much of the mean square is kept")));
  }

  @Override
  public String id() {
    return "openai-es";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adam on the slope that opposite pairs of candidates estimate",
            "g = 1/λ Σ u ε;  m ← m − α â / (√v̂ + ε)",
            "T. Salimans et al., Evolution Strategies as a Scalable Alternative to Reinforcement Learning, arXiv 1703.03864")
        .note(
            "The program of the paper also decays weights by 0.005; the study decides on that, and here it is none.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public OpenAiEs with(Map<String, Double> values) {
    return new OpenAiEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean and Adam's moments in one trial. */
  private static final class State extends OppositePairs implements FirstMoment {
    private static final double EPSILON = 1e-8;

    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double[] first;
    private final double[] second;
    private final double[] slope;
    private double power1 = 1;
    private double power2 = 1;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, settings.real("step-size"));
      learningRate = settings.real("learning-rate");
      beta1 = settings.real("beta1");
      beta2 = settings.real("beta2");
      first = new double[dimension];
      second = new double[dimension];
      slope = new double[dimension];
    }

    @Override
    void learn(int[] best) {
      blend(best, centredRanks, steps, slope);
      power1 *= beta1;
      power2 *= beta2;
      for (int p = 0; p < dimension; p++) {
        double g = slope[p] / size;
        first[p] = beta1 * first[p] + (1 - beta1) * g;
        second[p] = beta2 * second[p] + (1 - beta2) * g * g;
        double root = Math.sqrt(second[p] / (1 - power2));
        slope[p] = -first[p] / (1 - power1) / (root + EPSILON);
      }
      moveMean(learningRate, slope, this);
    }

    @Override
    public void flip(int parameter, int member) {
      first[parameter] = -first[parameter];
    }
  }
}
