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
 * CMA-ES with two regimes of restarts: populations that double, and small ones of random size and
 * step size. The regime that has spent less runs next, first the doubling one. A small population
 * is λ_s = ⌊λ_0 (λ_l / (2 λ_0))^(U²)⌋ with first step size σ_0 10^(−2 U'), U and U' uniform on [0,
 * 1), and may spend half of what the last large one spent. {@link CmaRest} says when a run is over.
 * Presets: λ_0 by the rule of {@code cma-es}, first step size 0.4 of the box: 4 in the paper's box
 * of width 10.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record BipopCmaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public BipopCmaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.4, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.flag(
                "active", false, "the worst half makes the distribution narrower")));
  }

  @Override
  public String id() {
    return "bipop-cma-es";
  }

  @Override
  public Description description() {
    return Description.of(
            "CMA-ES with restarts, of large populations and of small ones in turn",
            "as cma-es;  at rest: λ ← 2 λ, or λ ← ⌊λ₀ (λ / 2λ₀)^(U²)⌋ and σ ← σ₀ 10^(−2U)",
            "N. Hansen, Benchmarking a BI-Population CMA-ES on the BBOB-2009 Function Testbed, GECCO 2009")
        .note("The rule that ends a run of which the median stagnates is not used.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public BipopCmaEs with(Map<String, Double> values) {
    return new BipopCmaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new RestartingCma(
        space,
        random,
        populationSize(space.parameters()),
        settings.real("step-size"),
        settings.flag("active"),
        true);
  }
}
