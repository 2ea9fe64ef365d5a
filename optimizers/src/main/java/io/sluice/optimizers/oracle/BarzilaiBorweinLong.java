package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Gradient descent by a length that two gradients tell: {@code w ← w − t g, t = s·s / s·y} with s
 * the last step and y the change of the gradient along it. Losses may rise on the way. A step costs
 * a gradient, with batches two.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record BarzilaiBorweinLong(Settings settings) implements BarzilaiBorwein {

  /** The presets. */
  public BarzilaiBorweinLong() {
    this(BarzilaiBorwein.presets());
  }

  @Override
  public boolean isShort() {
    return false;
  }

  @Override
  public BarzilaiBorweinLong with(Map<String, Double> values) {
    return new BarzilaiBorweinLong(settings.with(values));
  }
}
