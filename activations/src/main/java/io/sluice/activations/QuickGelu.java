package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x σ(1.702 x); f' = σ(z) (1 + z σ(-z)) with z = 1.702 x. What rounding z lost is made good
 * in the exponential. -0 with slope 0 at negative infinity, slope 1 at infinity.
 */
@Extension
public final class QuickGelu extends OnePass {

  private static final double STEEPNESS = 1.702;

  /** From here on the value is zero; it stands for infinity where that would give NaN. */
  private static final double FAR = 1e6;

  @Override
  public String id() {
    return "quick-gelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The Gaussian error linear unit by the logistic function",
            "x * sigmoid(1.702 * x)",
            "Hendrycks, Gimpel, arXiv 1606.08415")
        .note(
            "The constant 1.702 makes the logistic function closest to the normal distribution;"
                + " gelu differs by up to 0.02.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.1636101896363536);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double argument(double x) {
    return STEEPNESS * x;
  }

  @Override
  double value(double x, double decay) {
    if (x < 0 && Faint.is(decay)) {
      double z = argument(x);
      return Faint.product(Math.max(x, -FAR), z, Rounding.ofProduct(STEEPNESS, x, z));
    }
    return Swish.value(x, x, corrected(x, decay));
  }

  @Override
  double slope(double x, double decay) {
    return Swish.slope(x, argument(x), corrected(x, decay));
  }

  private double corrected(double x, double decay) {
    double z = argument(x);
    return Rounding.corrected(decay, z, Rounding.ofProduct(STEEPNESS, x, z));
  }
}
