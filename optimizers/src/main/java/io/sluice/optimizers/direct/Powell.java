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
 * Powell's method of conjugate directions: the least loss along each of n directions in turn, at
 * first the coordinates; then the direction of the whole round takes the place of the one that
 * gained most, unless the round has made the most of it already. {@link LineSearch} finds the least
 * loss along a line by a bracket and Brent's method. Presets: first step along a line 0.05 of the
 * box, the place along a line to 1 %, as in SciPy.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Powell(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Powell() {
    this(
        Settings.of(
            Hyperparameter.real(
                "step-size",
                0.05,
                Interval.POSITIVE,
                "first step along a line, in widths of the box"),
            Hyperparameter.real(
                "line-tolerance",
                0.01,
                Interval.open(0, 1),
                "relative accuracy of the place along a line")));
  }

  @Override
  public String id() {
    return "powell";
  }

  @Override
  public Description description() {
    return Description.of(
            "The least loss along directions that become conjugate",
            "x ← argmin f(x + α d_i);  d ← x − x before",
            "M. J. D. Powell, Computer Journal 7, 1964; R. P. Brent, Algorithms for Minimization without Derivatives, 1973")
        .note(
            "The directions and their replacement are those of SciPy, but a line begins with a step that is a share of the box.");
  }

  @Override
  public int populationSize(int parameters) {
    return 1;
  }

  @Override
  public Powell with(Map<String, Double> values) {
    return new Powell(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new DirectionSearch(
        space, random, settings.real("step-size"), settings.real("line-tolerance"));
  }
}
