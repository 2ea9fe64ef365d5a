package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Gradient descent by a length that two gradients tell: {@code w ← w − t g, t = s·y / y·y} with s
 * the last step and y the change of the gradient along it. Losses may rise on the way. A step costs
 * a gradient, with batches two.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record BarzilaiBorweinShort(Settings settings) implements BarzilaiBorwein {

  /** The presets. */
  public BarzilaiBorweinShort() {
    this(BarzilaiBorwein.presets());
  }

  @Override
  public boolean isShort() {
    return true;
  }

  @Override
  public BarzilaiBorweinShort with(Map<String, Double> values) {
    return new BarzilaiBorweinShort(settings.with(values));
  }
}
