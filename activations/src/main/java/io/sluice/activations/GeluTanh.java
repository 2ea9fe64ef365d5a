package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x (1 + tanh(u)) / 2 with u = sqrt(2 / π) (x + 0.044715 x³), which is x σ(2 u) and computed
 * as that; f' = σ(z) + x z' σ(z) σ(-z) with z = 2 u. Far below zero z is large, so what rounding it
 * lost is carried along. -0 with slope 0 at negative infinity, slope 1 at infinity.
 */
@Extension
public final class GeluTanh extends OnePass {

  /** 2 sqrt(2 / π) in two numbers. */
  private static final double LINEAR = 1.5957691216057308;

  private static final double LINEAR_LOW = -9.96930880911092e-17;

  /** The double 0.044715 times that, in two numbers. */
  private static final double CUBIC = 0.07135481627260025;

  private static final double CUBIC_LOW = -4.1218577217431825e-18;

  /** Beyond it e^-|z| is zero or the function is x. */
  private static final double FAR = 30;

  @Override
  public String id() {
    return "gelu-tanh";
  }

  @Override
  public Description description() {
    return Description.of(
            "The Gaussian error linear unit by the hyperbolic tangent",
            "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
            "Hendrycks, Gimpel, arXiv 1606.08415")
        .note("It is JAX's gelu unless asked otherwise; that of PyTorch and Keras is exact.")
        .note(
            "PyTorch, JAX and Keras form one plus tanh, which is exactly 0 at -8 where the value is"
                + " -3e-21; Sluice keeps the tail.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.17004075057125406);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double argument(double x) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    return near * Math.fma(CUBIC, near * near, LINEAR);
  }

  @Override
  double value(double x, double decay) {
    return Swish.value(x, x, corrected(x, decay));
  }

  @Override
  double slope(double x, double decay) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    double rise = near * Math.fma(3 * CUBIC, near * near, LINEAR);
    return Swish.slope(x, rise, corrected(x, decay));
  }

  /** e^-|z| with z in two numbers. */
  private double corrected(double x, double decay) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    double square = near * near;
    double squareLost = Math.fma(near, near, -square);
    double product = CUBIC * square;
    double productLost =
        Math.fma(CUBIC, square, -product) + CUBIC * squareLost + CUBIC_LOW * square;
    double factor = LINEAR + product;
    double back = factor - product;
    double factorLost = (LINEAR - back) + (product - (factor - back)) + productLost + LINEAR_LOW;
    double z = near * factor;
    double lost = Math.fma(near, factor, -z) + near * factorLost;
    return Rounding.corrected(decay, x, lost + (z - argument(x)));
  }
}
