package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Invariance;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Nonlinear conjugate gradients with a strong Wolfe line search: {@code d ← −g + β d}, {@code β =
 * g·g / g₀·g₀}. A step costs a gradient for each length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record FletcherReeves(Settings settings) implements ConjugateGradients {

  /** The presets. */
  public FletcherReeves() {
    this(ConjugateGradients.presets());
  }

  @Override
  public String id() {
    return "fletcher-reeves";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Nonlinear conjugate gradients",
            "d ← −g + β d;  β = g·g / g₀·g₀",
            "Fletcher & Reeves 1964; Nocedal & Wright 2006, algorithm 5.4")
        .note("A step costs a gradient for each length tried.");
  }

  @Override
  public ConjugateDirection.Rule rule() {
    return ConjugateDirection.Rule.FLETCHER_REEVES;
  }

  @Override
  public FletcherReeves with(Map<String, Double> values) {
    return new FletcherReeves(settings.with(values));
  }
}
