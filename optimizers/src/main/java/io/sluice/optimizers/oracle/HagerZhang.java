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
 * max((y − 2 d y·y / d·y)·g / d·y, −1 / (|d| min(0.01, |g₀|)))}. A step costs a gradient for each
 * length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record HagerZhang(Settings settings) implements ConjugateGradients {

  /** The presets. */
  public HagerZhang() {
    this(ConjugateGradients.presets());
  }

  @Override
  public String id() {
    return "hager-zhang";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Nonlinear conjugate gradients",
            "d ← −g + β d;  β = max((y − 2 d y·y / d·y)·g / d·y, −1 / (|d| min(0.01, |g₀|)))",
            "Hager & Zhang 2005, with the line search of the others")
        .note("A step costs a gradient for each length tried.");
  }

  @Override
  public ConjugateDirection.Rule rule() {
    return ConjugateDirection.Rule.HAGER_ZHANG;
  }

  @Override
  public HagerZhang with(Map<String, Double> values) {
    return new HagerZhang(settings.with(values));
  }
}
