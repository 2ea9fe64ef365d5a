package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * SHADE: as JADE, but F and CR are drawn around one of several remembered pairs, the oldest of
 * which is replaced after every generation that had better children. Each child draws how many of
 * the best may pull it.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record SuccessHistoryDifferential(Settings settings) implements FixedPopulation {

  /** The presets. */
  public SuccessHistoryDifferential() {
    this(
        SuccessHistory.settings(
            Population.size(100, 4),
            100,
            Hyperparameter.real(
                "share", 0.2, Interval.openClosed(0, 1), "the largest share of the best that pull"),
            1));
  }

  @Override
  public String id() {
    return "shade";
  }

  @Override
  public Description description() {
    return Description.of(
            "Differential evolution that remembers which F and CR were better",
            "F ~ Cauchy(M_F, 0.1), CR ~ N(M_CR, 0.1), p ~ U(2/N, share); M_F ← Σw "
                + "F² / Σw F, M_CR ← Σw CR, w ∝ the improvement",
            "Tanabe & Fukunaga, CEC 2013")
        .note(
            "The paper puts what leaves the box half way between parent and bound; "
                + "here the weight policy decides.");
  }

  @Override
  public SuccessHistoryDifferential with(Map<String, Double> values) {
    return new SuccessHistoryDifferential(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    double share = settings.real("share");
    return new SuccessHistory(populationSize(), settings, space, random) {
      @Override
      double share() {
        double least = Math.min(share, 2.0 / members);
        return random.nextDouble(least, share);
      }
    };
  }
}
