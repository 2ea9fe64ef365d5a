package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Gradient descent by a length that two gradients tell: {@code w ← w − t g, t = s·s / s·y} with s
 * the last step and y the change of the gradient along it. Losses may rise on the way. A step costs
 * a gradient, with batches two.
 *
 * @param firstLength the length of the first step, times 1 / max(1, |g|)
 */
@Extension
public record BarzilaiBorweinLong(double firstLength) implements OracleOptimizerExtension {

  /** The presets. */
  public BarzilaiBorweinLong() {
    this(1);
  }

  @Override
  public String id() {
    return "barzilai-borwein-long";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gradient descent by a long spectral length",
            "w ← w − t g;  t = s·s / s·y with s = w − w₀, y = g − g₀",
            "Barzilai & Borwein 1988")
        .note("A step costs a gradient, with batches two: both of one batch.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "first-length",
            firstLength,
            Interval.POSITIVE,
            "of the first step, times 1 / max(1, |g|)"));
  }

  @Override
  public BarzilaiBorweinLong with(Map<String, Double> values) {
    return new BarzilaiBorweinLong(values.get("first-length"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(task, new SpectralStep(false, firstLength), new FixedLength());
  }
}
