package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above θ, else 0, with a jump from 0 to θ; f' = 1 above θ, else 0, so slope(θ) = 0 as it
 * is from the left. The preset θ = 1 is the paper's and that of Keras.
 *
 * @param theta θ, where it sets in
 */
@Extension
public record ThresholdedRelu(double theta) implements ActivationExtension {

  /** The preset. */
  public ThresholdedRelu() {
    this(1);
  }

  @Override
  public String id() {
    return "thresholded-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier that is zero up to a threshold, and then jumps",
            "x if x > theta else 0",
            "Konda, Memisevic, Krueger, arXiv 1402.3337")
        .note("It jumps at theta, which no slope shows.")
        .note("PyTorch calls it Threshold, with another value below if one likes.");
  }

  @Override
  public Interval range() {
    return theta < 0 ? Interval.above(theta) : Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return new double[] {theta};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("theta", theta, Interval.closed(-1e6, 1e6), "where it sets in"));
  }

  @Override
  public ThresholdedRelu with(Map<String, Double> values) {
    return new ThresholdedRelu(values.get("theta"));
  }

  @Override
  public double value(double x) {
    // Not x > theta, so that NaN comes through.
    return x <= theta ? 0 : x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > theta ? 1 : 0);
  }
}
