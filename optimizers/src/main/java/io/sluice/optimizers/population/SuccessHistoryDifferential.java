package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * SHADE: as JADE, but F and CR are drawn around one of several remembered pairs, the oldest of
 * which is replaced after every generation that had better children. Each child draws how many of
 * the best may pull it.
 *
 * @param populationSize how many members
 * @param history H, how many pairs are remembered
 * @param share the largest share of the best that pull
 * @param archive places of beaten parents, as a multiple of the members
 */
@Extension
public record SuccessHistoryDifferential(
    int populationSize, int history, double share, double archive)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public SuccessHistoryDifferential() {
    this(100, 100, 0.2, 1);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 4),
        Hyperparameter.integer(
            "history", history, Interval.closed(1, 10_000), "H, how many pairs are remembered"),
        Hyperparameter.real(
            "share", share, Interval.openClosed(0, 1), "the largest share of the best that pull"),
        Hyperparameter.real(
            "archive",
            archive,
            Interval.closed(0, 10),
            "places of beaten parents, as a multiple of the members"));
  }

  @Override
  public SuccessHistoryDifferential with(Map<String, Double> values) {
    return new SuccessHistoryDifferential(
        values.get("population-size").intValue(),
        values.get("history").intValue(),
        values.get("share"),
        values.get("archive"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new SuccessHistory(populationSize, history, archive, space, random) {
      @Override
      double share() {
        double least = Math.min(share, 2.0 / members);
        return random.nextDouble(least, share);
      }
    };
  }
}
