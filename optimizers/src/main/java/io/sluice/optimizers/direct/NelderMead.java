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
 * The simplex of Nelder and Mead: the worst of n + 1 points is reflected at the centre of the
 * others, further if that is the best so far, less far if it is still the worst, and if nothing
 * helps all points move towards the best. Coefficients: reflection 1, expansion 2, contraction ½,
 * shrinkage ½; with {@code adaptive} expansion 1 + 2 / n, contraction ¾ − 1 / (2 n), shrinkage 1 −
 * 1 / n (Gao and Han), for many parameters.
 *
 * <p>The first point is uniform in the box; of each other one a coordinate is moved by {@code edge}
 * widths of the box, away from the nearer bound. With {@code edge} 0 it is SciPy's simplex: the
 * coordinate times 1.05, or 0.00025 where it is 0; then every step is SciPy's, bit for bit but for
 * the last bits of the losses. It has no end of its own. n + 1 points take n (n + 1) numbers.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record NelderMead(Settings settings) implements SettingsSearch {

  /** The presets. */
  public NelderMead() {
    this(
        Settings.of(
            Hyperparameter.real(
                "edge",
                0.1,
                Interval.NOT_NEGATIVE,
                "edge of the first simplex, in widths of the box; 0 for 5 % of each coordinate"),
            Hyperparameter.flag("adaptive", false, "coefficients by the number of parameters")));
  }

  @Override
  public String id() {
    return "nelder-mead";
  }

  @Override
  public Description description() {
    return Description.of(
            "A simplex that reflects, stretches and shrinks",
            "x_r = (1 + ρ) x̄ − ρ x_worst, and so on",
            "J. A. Nelder and R. Mead, Computer Journal 7, 1965; F. Gao and L. Han, Implementing the Nelder-Mead simplex algorithm with adaptive parameters, 2012")
        .note("Preset coefficients are those of the paper of 1965 and of SciPy without adaptive.");
  }

  @Override
  public int populationSize(int parameters) {
    return 1;
  }

  @Override
  public NelderMead with(Map<String, Double> values) {
    return new NelderMead(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new SimplexSearch(space, random, settings.real("edge"), settings.flag("adaptive"));
  }
}
