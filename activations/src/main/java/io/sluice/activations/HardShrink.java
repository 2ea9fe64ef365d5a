package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x where |x| is above λ, else 0, with jumps at both ends; f' = 1 there, else 0. The slopes
 * at the jumps are those from the left, slope(-λ) = 1 and slope(λ) = 0. The preset λ = 0.5 is that
 * of PyTorch and Keras.
 *
 * @param lambda λ, half the width of the zone of zeros
 */
@Extension
public record HardShrink(double lambda) implements ActivationExtension {

  /** The preset. */
  public HardShrink() {
    this(0.5);
  }

  @Override
  public String id() {
    return "hard-shrink";
  }

  @Override
  public Description description() {
    return Description.of("The identity with a zone of zeros", "x if abs(x) > lambda else 0", "")
        .note("It jumps at -lambda and lambda, which no slope shows.");
  }

  @Override
  public Interval range() {
    return Interval.REALS;
  }

  @Override
  public double[] kinks() {
    return lambda == 0 ? new double[0] : new double[] {-lambda, lambda};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "lambda", lambda, Interval.closed(0, 1e6), "half the width of the zone of zeros"));
  }

  @Override
  public HardShrink with(Map<String, Double> values) {
    return new HardShrink(values.get("lambda"));
  }

  @Override
  public double value(double x) {
    // Not |x| > lambda, so that NaN comes through.
    return Math.abs(x) <= lambda ? 0 : x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x <= -lambda || x > lambda ? 1 : 0);
  }
}
