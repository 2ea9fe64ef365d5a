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
 * max(0, g·y / g₀·g₀)}. A step costs a gradient for each length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record PolakRibiere(Settings settings) implements ConjugateGradients {

  /** The presets. */
  public PolakRibiere() {
    this(ConjugateGradients.presets());
  }

  @Override
  public String id() {
    return "polak-ribiere";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Nonlinear conjugate gradients",
            "d ← −g + β d;  β = max(0, g·y / g₀·g₀)",
            "Polak & Ribière 1969; Gilbert & Nocedal 1992")
        .note("A step costs a gradient for each length tried.");
  }

  @Override
  public ConjugateDirection.Rule rule() {
    return ConjugateDirection.Rule.POLAK_RIBIERE_PLUS;
  }

  @Override
  public PolakRibiere with(Map<String, Double> values) {
    return new PolakRibiere(settings.with(values));
  }
}
