package io.sluice.optimizers.evolution;

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
 * CMA-ES with a diagonal covariance: linear time and memory, for separable problems and for many
 * parameters. c_1 and c_μ are (n + 2) / 3 times those of {@code cma-es}, the other presets are the
 * same, without negative weights.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record SepCmaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public SepCmaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box")));
  }

  @Override
  public String id() {
    return "sep-cma-es";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(
        Invariance.LOSS_ORDER,
        Invariance.SHIFT,
        Invariance.COORDINATE_SCALE,
        Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
        "CMA-ES that adapts the variances of the coordinates alone",
        "x ~ m + σ N(0, diag(d²)), updates as cma-es, c₁ and c_μ times (n + 2) / 3",
        "R. Ros and N. Hansen, A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity, PPSN 2008");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public SepCmaEs with(Map<String, Double> values) {
    return new SepCmaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new CovarianceAdaptation(
        space,
        random,
        populationSize(space.parameters()),
        settings.real("step-size"),
        new DiagonalCovariance(space.parameters()),
        false);
  }
}
