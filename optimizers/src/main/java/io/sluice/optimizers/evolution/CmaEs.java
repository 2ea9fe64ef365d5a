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
 * The evolution strategy with covariance matrix adaptation: {@link CovarianceAdaptation} has the
 * formulas. Presets: λ = 4 + ⌊3 ln n⌋, μ = ⌊λ / 2⌋, first step size 0.3 of the box as the tutorial
 * advises, negative weights as in its equations 49 to 53, learning rates by its table 1, but c_σ =
 * (μ_eff + 2) / (n + μ_eff + 3) as in pycma. It uses only the order of losses, and in a box with
 * equal sides turning the space changes nothing but rounding.
 *
 * <p>It never restarts; {@code ipop-cma-es} and {@code bipop-cma-es} do. A covariance of n
 * parameters takes n² numbers, and its decomposition n³ steps.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record CmaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public CmaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.3, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.flag("active", true, "the worst half makes the distribution narrower")));
  }

  @Override
  public String id() {
    return "cma-es";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(
        Invariance.LOSS_ORDER, Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Evolution strategy with adaptation of the whole covariance matrix",
            "x ~ m + σ N(0, C);  C ← (1 − c₁ − c_μ Σw) C + c₁ p pᵀ + c_μ Σ w y yᵀ",
            "N. Hansen, The CMA Evolution Strategy: A Tutorial, arXiv 1604.00772")
        .note(
            "c_σ = (μ + 2) / (n + μ + 3) as in pycma; the tutorial has 5 in place of 3, which is a little slower.")
        .note(
            "pycma scales c₁ by min(1, λ / 6), which matters for fewer than six candidates; here it is not scaled.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public CmaEs with(Map<String, Double> values) {
    return new CmaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new CovarianceAdaptation(
        space,
        random,
        populationSize(space.parameters()),
        settings.real("step-size"),
        new FullCovariance(space.parameters()),
        settings.flag("active"));
  }
}
