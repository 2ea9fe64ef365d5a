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
 * JADE: differential evolution current-to-pbest/1/bin with an archive of beaten parents. F of each
 * child is Cauchy around μ_F, CR normal around μ_CR, both of width 0.1, and the two centres follow
 * what was better.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record AdaptiveDifferential(Settings settings) implements FixedPopulation {

  /** The presets. */
  public AdaptiveDifferential() {
    this(
        Settings.of(
            Population.size(100, 4),
            Hyperparameter.real(
                "share", 0.05, Interval.openClosed(0, 1), "p, the share of the best that pull"),
            Hyperparameter.real(
                "adaptation", 0.1, Interval.closed(0, 1), "c, how fast the centres follow"),
            Hyperparameter.real(
                "archive",
                1,
                Interval.closed(0, 10),
                "places of beaten parents, as a multiple of the members")));
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
  public AdaptiveDifferential with(Map<String, Double> values) {
    return new AdaptiveDifferential(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends AdaptedDifferential {

    private final double share;
    private final double adaptation;
    private double centreWeight = 0.5;
    private double centreRate = 0.5;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(
          set.integer("population-size"),
          (int) (set.integer("population-size") * set.real("archive")),
          space,
          random);
      share = set.real("share");
      adaptation = set.real("adaptation");
    }

    @Override
    void choose(int member, int number) {
      drawn(member, centreWeight, centreRate, share);
    }

    @Override
    void learn() {
      tally(false);
      if (isBetter()) {
        centreWeight += adaptation * (weight() - centreWeight);
        centreRate += adaptation * (meanRate() - centreRate);
      }
    }
  }
}
