package io.sluice.optimizers.evolution;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.optimizers.SlotOrder;
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
 * Augmented random search, version V1-t: of the pairs of opposite steps the best ones are kept, by
 * the lesser loss of each, and the mean moves by their differences over the deviation of their
 * losses:
 *
 * <pre>
 * m ← m − α s ∘ 1 / (b σ_L) Σ_{k ≤ b} (L(m + ν s ∘ δ_k) − L(m − ν s ∘ δ_k)) δ_k
 * </pre>
 *
 * A pair with an infinite loss is left out; where none is left, or all losses are equal, the mean
 * stays. Neither ν nor α changes, so in the end the loss stays about ν² above the best. Presets: 8
 * pairs, half of them kept, ν = 0.03 and α = 0.02 of the box: the paper has values of this size for
 * each of its tasks. The deviation is that of the population.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Ars(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Ars() {
    this(
        Settings.of(
            SettingsSearch.populationSize(16, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size",
                0.03,
                Interval.POSITIVE,
                "deviation of the candidates, in widths of the box"),
            Hyperparameter.real(
                "learning-rate", 0.02, Interval.POSITIVE, "step of the mean, in widths of the box"),
            Hyperparameter.real(
                "kept", 0.5, Interval.openClosed(0, 1), "share of the pairs that count")));
  }

  @Override
  public String id() {
    return "ars";
  }

  @Override
  public Description description() {
    return Description.of(
            "Steps along the differences of the best opposite pairs",
            "m ← m − α / (b σ_L) Σ (L⁺ − L⁻) δ",
            "H. Mania, A. Guy and B. Recht, Simple random search provides a competitive approach to reinforcement learning, arXiv 1803.07055")
        .note(
            "The paper also scales the inputs of policies (V2), which other problems do not have.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public Ars with(Map<String, Double> values) {
    return new Ars(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, populationSize(space.parameters()), settings);
  }

  /** The mean in one trial. */
  private static final class State extends OppositePairs {
    private final double learningRate;
    private final double kept;
    private final double[] pairLosses;
    private final SlotOrder pairOrder;
    private final double[] meanStep;

    State(SearchSpace space, RandomStream random, int size, Settings settings) {
      super(space, random, size, settings.real("step-size"));
      learningRate = settings.real("learning-rate");
      kept = settings.real("kept");
      pairLosses = new double[size / 2];
      pairOrder = new SlotOrder(size / 2);
      meanStep = new double[dimension];
    }

    @Override
    void learn(int[] best) {
      int finite = 0;
      for (int k = 0; k < pairLosses.length; k++) {
        boolean worse = Math.max(losses[2 * k], losses[2 * k + 1]) == Double.POSITIVE_INFINITY;
        pairLosses[k] =
            worse ? Double.POSITIVE_INFINITY : Math.min(losses[2 * k], losses[2 * k + 1]);
        finite += worse ? 0 : 1;
      }
      int count = Math.min(finite, (int) Math.ceil(kept * pairLosses.length));
      int[] pairs = pairOrder.ascending(pairLosses);
      double deviation = deviation(pairs, count);
      if (!(deviation > 0) || deviation == Double.POSITIVE_INFINITY) {
        return;
      }
      Arrays.fill(meanStep, 0);
      for (int i = 0; i < count; i++) {
        int plus = 2 * pairs[i];
        double weight = (losses[plus] - losses[plus + 1]) / (count * deviation);
        for (int p = 0; p < dimension; p++) {
          meanStep[p] += weight * steps[plus][p];
        }
      }
      moveMean(-learningRate, meanStep);
    }

    /** Of the losses of these pairs. */
    private double deviation(int[] pairs, int count) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += losses[2 * pairs[i]] + losses[2 * pairs[i] + 1];
      }
      double middle = sum / (2 * count);
      double squares = 0;
      for (int i = 0; i < count; i++) {
        double plus = losses[2 * pairs[i]] - middle;
        double minus = losses[2 * pairs[i] + 1] - middle;
        squares += plus * plus + minus * minus;
      }
      return Math.sqrt(squares / (2 * count));
    }
  }
}
