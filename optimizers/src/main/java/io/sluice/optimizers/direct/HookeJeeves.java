package io.sluice.optimizers.direct;

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
 * Pattern search of Hooke and Jeeves: an exploration tries a step up and a step down in each
 * coordinate in turn and keeps what is better; if the round was a success, the point jumps once
 * more by what the round gained, and explores from there; if not, the step is made smaller.
 * Presets: first step 0.1 of the box, factor ½.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record HookeJeeves(Settings settings) implements SettingsSearch {

  /** The presets. */
  public HookeJeeves() {
    this(
        Settings.of(
            Hyperparameter.real(
                "step-size", 0.1, Interval.POSITIVE, "first step, in widths of the box"),
            Hyperparameter.real(
                "shrinkage",
                0.5,
                Interval.open(0, 1),
                "factor of the step after a round without success")));
  }

  @Override
  public String id() {
    return "hooke-jeeves";
  }

  @Override
  public Description description() {
    return Description.of(
        "Steps along the coordinates, and jumps along their sum",
        "x ± s e_c in turn;  x' = 2 x − x before;  s ← s / 2",
        "R. Hooke and T. A. Jeeves, Direct Search Solution of Numerical and Statistical Problems, JACM 8, 1961");
  }

  @Override
  public int populationSize(int parameters) {
    return 1;
  }

  @Override
  public HookeJeeves with(Map<String, Double> values) {
    return new HookeJeeves(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new PatternSearch(space, random, settings.real("step-size"), settings.real("shrinkage"));
  }
}
