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
 * CMA-ES that starts anew with twice the population when it comes to rest: {@link CmaRest} says
 * when. Every run starts uniform in the box. Presets: the first λ by the rule of {@code cma-es},
 * first step size one half of the box as in the paper. A population grows to at most 512 times the
 * first one. Large generations are asked in parts of λ, so that a budget is used up.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record IpopCmaEs(Settings settings) implements SettingsSearch {

  /** The presets. */
  public IpopCmaEs() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "4 + ⌊3 ln n⌋"),
            Hyperparameter.real(
                "step-size", 0.5, Interval.POSITIVE, "first step size, in widths of the box"),
            Hyperparameter.flag("active", true, "the worst half makes the distribution narrower")));
  }

  @Override
  public String id() {
    return "ipop-cma-es";
  }

  @Override
  public Description description() {
    return Description.of(
            "CMA-ES with restarts, each with twice the population",
            "as cma-es;  at rest: λ ← 2 λ, m ~ U(box)",
            "A. Auger and N. Hansen, A Restart CMA Evolution Strategy With Increasing Population Size, CEC 2005")
        .note("The paper has no negative weights; active = false is its form.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr(Recombination.usualSize(parameters));
  }

  @Override
  public IpopCmaEs with(Map<String, Double> values) {
    return new IpopCmaEs(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new RestartingCma(
        space,
        random,
        populationSize(space.parameters()),
        settings.real("step-size"),
        settings.flag("active"),
        false);
  }
}
