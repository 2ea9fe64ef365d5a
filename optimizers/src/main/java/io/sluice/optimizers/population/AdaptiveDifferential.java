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
 * JADE: differential evolution current-to-pbest/1/bin with an archive of beaten parents. F of each
 * child is Cauchy around μ_F, CR normal around μ_CR, both of width 0.1, and the two centres follow
 * what was better.
 *
 * @param populationSize how many members
 * @param share p, the share of the best that pull
 * @param adaptation c, how fast the centres follow
 * @param archive places of beaten parents, as a multiple of the members
 */
@Extension
public record AdaptiveDifferential(
    int populationSize, double share, double adaptation, double archive)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public AdaptiveDifferential() {
    this(100, 0.05, 0.1, 1);
  }

  @Override
  public String id() {
    return "jade";
  }

  @Override
  public Description description() {
    return Description.of(
            "Differential evolution with adapted F and CR and an archive",
            "F ~ Cauchy(μ_F, 0.1), CR ~ N(μ_CR, 0.1); μ_F ← (1−c) μ_F + c ΣF²/ΣF, "
                + "μ_CR ← (1−c) μ_CR + c mean CR, over what was better",
            "Zhang & Sanderson, IEEE TEC 13, 2009")
        .note("p = 0.05 is the preset of the paper; mealpy and others have 0.1.")
        .note(
            "The paper puts what leaves the box half way between parent and bound; "
                + "here the weight policy decides.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 4),
        Hyperparameter.real(
            "share", share, Interval.openClosed(0, 1), "p, the share of the best that pull"),
        Hyperparameter.real(
            "adaptation", adaptation, Interval.closed(0, 1), "c, how fast the centres follow"),
        Hyperparameter.real(
            "archive",
            archive,
            Interval.closed(0, 10),
            "places of beaten parents, as a multiple of the members"));
  }

  @Override
  public AdaptiveDifferential with(Map<String, Double> values) {
    return new AdaptiveDifferential(
        values.get("population-size").intValue(),
        values.get("share"),
        values.get("adaptation"),
        values.get("archive"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends AdaptedDifferential {

    private final AdaptiveDifferential rule;
    private double centreWeight = 0.5;
    private double centreRate = 0.5;

    State(AdaptiveDifferential rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, (int) (rule.populationSize * rule.archive), space, random);
      this.rule = rule;
    }

    @Override
    void choose(int member, int number) {
      drawn(member, centreWeight, centreRate, rule.share);
    }

    @Override
    void learn() {
      tally(false);
      if (isBetter()) {
        centreWeight += rule.adaptation * (weight() - centreWeight);
        centreRate += rule.adaptation * (meanRate() - centreRate);
      }
    }
  }
}
