package io.sluice.optimizers.evolution;

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
 * The (1+1) evolution strategy with the one-fifth success rule: a normal step from the best point;
 * the step size grows by a factor after a success and shrinks by its fourth root after a failure,
 * so that it stands still where one of five succeeds. A tie is a success, infinite losses never
 * are. Presets: factor 1.5, first step size 0.3 of the box.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record OnePlusOneEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public OnePlusOneEs() {
    this(
        Settings.of(
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.real(
                "growth",
                1.5,
                Interval.openClosed(1, 100),
                "factor of the step size after a success")));
  }

  @Override
  public String id() {
    return "one-plus-one-es";
  }

  @Override
  public Description description() {
    return Description.of(
            "A step from the best point, its size by the one-fifth success rule",
            "x' = x + σ N(0, I);  σ ← a σ if f(x') ≤ f(x), else a^(−1/4) σ",
            "I. Rechenberg, Evolutionsstrategie, 1973; A. Auger, Benchmarking the (1+1) Evolution Strategy with One-Fifth Success Rule on the BBOB-2009 Function Testbed, GECCO 2009")
        .note(
            "Rechenberg changes the step size every 10 n steps by 0.85; here it changes every step, as in the paper of 2009.");
  }

  @Override
  public int populationSize(int parameters) {
    return 1;
  }

  @Override
  public OnePlusOneEs with(Map<String, Double> values) {
    return new OnePlusOneEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, settings);
  }

  /** The best point in one trial; the first candidate is the start itself. */
  private static final class State extends EvolutionState {
    private final double growth;
    private double best = Double.POSITIVE_INFINITY;
    private boolean started;

    State(SearchSpace space, RandomStream random, Settings settings) {
      super(space, random, 1, settings.real("step-size"));
      growth = settings.real("growth");
    }

    @Override
    void draw(int member) {
      if (started) {
        gaussians.fill(steps[member]);
      }
    }

    @Override
    void learn(int[] members) {
      boolean success = losses[0] <= best && losses[0] < Double.POSITIVE_INFINITY;
      if (success) {
        best = losses[0];
        moveMean(step, steps[0]);
      }
      if (started) {
        step = limited(success ? step * growth : step / Math.sqrt(Math.sqrt(growth)));
      }
      started = true;
    }
  }
}
