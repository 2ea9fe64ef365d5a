package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x - λ above λ, x + λ below -λ, else 0; f' = 1, 1 and 0 accordingly. The slopes at the
 * kinks are those from the left, slope(-λ) = 1 and slope(λ) = 0. The preset λ = 0.5 is that of
 * PyTorch and Keras.
 *
 * @param lambda λ, half the width of the zone of zeros
 */
@Extension
public record SoftShrink(double lambda) implements ActivationExtension {

  /** The preset. */
  public SoftShrink() {
    this(0.5);
  }

  @Override
  public String id() {
    return "soft-shrink";
  }

  @Override
  public Description description() {
    return Description.of(
            "A zone of zeros between two lines",
            "x - lambda if x > lambda else (x + lambda if x < -lambda else 0)",
            "")
        .note(
            "It is what a penalty of lambda |y| makes of x, whence its use in sparse " + "coding.");
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
  public SoftShrink with(Map<String, Double> values) {
    return new SoftShrink(values.get("lambda"));
  }

  @Override
  public double value(double x) {
    // Not |x| > lambda, so that NaN comes through.
    return Math.abs(x) <= lambda ? 0 : x - Math.copySign(lambda, x);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x <= -lambda || x > lambda ? 1 : 0);
  }
}
