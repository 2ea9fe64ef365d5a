package io.sluice.optimizers.population;

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
 * L-SHADE: SHADE whose population shrinks in a line from its first size to 4 while the budget is
 * spent, the worst leaving. Where the budget is not known it does not shrink.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record ShrinkingDifferential(Settings settings) implements SettingsSearch {

  /** The presets. */
  public ShrinkingDifferential() {
    this(
        SuccessHistory.settings(
            Population.sizeByRule("18 n of n parameters"),
            6,
            Hyperparameter.real(
                "share", 0.11, Interval.openClosed(0, 1), "p, the share of the best that pull"),
            2.6));
  }

  @Override
  public String id() {
    return "l-shade";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "SHADE with a population that shrinks as the budget is spent",
            "N ← round(N₀ + (4 − N₀) · spent / budget); F and CR as in shade, M_CR "
                + "← Σw CR² / Σw CR",
            "Tanabe & Fukunaga, CEC 2014")
        .aliases("lshade")
        .note("A CR of which no better child had more than 0 stays 0 for ever, as in the paper.")
        .note(
            "It shrinks by the evaluations of its own trial: a study with a larger "
                + "budget makes other trials.");
  }

  @Override
  public int populationSize(int parameters) {
    return Math.max(State.LEAST, sizeOr((int) Math.min(10_000, 18L * parameters)));
  }

  @Override
  public ShrinkingDifferential with(Map<String, Double> values) {
    return new ShrinkingDifferential(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(populationSize(space.parameters()), settings, space, random);
  }

  private static final class State extends SuccessHistory {

    private static final int LEAST = 4;

    private final double share;
    private final double archive;

    State(int members, Settings set, SearchSpace space, RandomStream random) {
      super(members, set, space, random);
      share = set.real("share");
      archive = set.real("archive");
    }

    @Override
    public int next(int largest) {
      return members;
    }

    @Override
    double share() {
      return share;
    }

    @Override
    double rememberedRate(double before) {
      return before == 0 ? 0 : rate();
    }

    @Override
    void turn() {
      if (Double.isInfinite(space.evaluations())) {
        return;
      }
      int first = loss.length;
      int planned = (int) Math.rint(first + (LEAST - first) * elapsed());
      if (planned < members) {
        shrink(planned, (int) (planned * archive));
      }
    }
  }
}
