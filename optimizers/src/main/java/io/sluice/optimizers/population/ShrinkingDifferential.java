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
 * L-SHADE: SHADE whose population shrinks in a line from its first size to 4 while the budget is
 * spent, the worst leaving. Where the budget is not known it does not shrink.
 *
 * @param size how many members at the start, at least 4; 0 for the rule of the paper
 * @param history H, how many pairs are remembered
 * @param share p, the share of the best that pull
 * @param archive places of beaten parents, as a multiple of the members
 */
@Extension
public record ShrinkingDifferential(int size, int history, double share, double archive)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public ShrinkingDifferential() {
    this(0, 6, 0.11, 2.6);
  }

  @Override
  public String id() {
    return "l-shade";
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
  public int populationSize() {
    return populationSize(1);
  }

  @Override
  public int populationSize(int parameters) {
    return Math.max(State.LEAST, (int) Math.min(10_000, size > 0 ? size : 18L * parameters));
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.sizeByRule(size, "18 n of n parameters"),
        Hyperparameter.integer(
            "history", history, Interval.closed(1, 10_000), "H, how many pairs are remembered"),
        Hyperparameter.real(
            "share", share, Interval.openClosed(0, 1), "p, the share of the best that pull"),
        Hyperparameter.real(
            "archive",
            archive,
            Interval.closed(0, 10),
            "places of beaten parents, as a multiple of the members"));
  }

  @Override
  public ShrinkingDifferential with(Map<String, Double> values) {
    return new ShrinkingDifferential(
        values.get("population-size").intValue(),
        values.get("history").intValue(),
        values.get("share"),
        values.get("archive"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends SuccessHistory {

    private static final int LEAST = 4;

    private final ShrinkingDifferential rule;

    State(ShrinkingDifferential rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize(space.parameters()), rule.history, rule.archive, space, random);
      this.rule = rule;
    }

    @Override
    public int next(int largest) {
      return members;
    }

    @Override
    double share() {
      return rule.share;
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
        shrink(planned, (int) (planned * rule.archive));
      }
    }
  }
}
