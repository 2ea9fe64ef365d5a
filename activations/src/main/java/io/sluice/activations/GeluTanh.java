package io.sluice.activations;

import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x (1 + tanh(u)) / 2 with u = sqrt(2 / π) (x + 0.044715 x³), which is x σ(2 u) and computed
 * as that; f' = σ(z) + x z' σ(z) σ(-z) with z = 2 u. Far below zero z is large, so what rounding it
 * lost is carried along. -0 with slope 0 at negative infinity, slope 1 at infinity.
 */
@Extension
public final class GeluTanh implements ActivationExtension {

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
        .aliases("sielu")
        .note("Where the value is subnormal, its error reaches 8 units in the last place.")
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
  public double value(double x) {
    double z = argument(x);
    return value(x, corrected(Logistic.sigmoid(z), lost(x, z)));
  }

  @Override
  public double slope(double x) {
    double z = argument(x);
    double sigmoid = Logistic.sigmoid(z);
    double lost = lost(x, z);
    double bell = corrected(Logistic.sigmoidSlope(z), sigmoid, lost);
    return slope(x, corrected(sigmoid, lost), bell);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = argument(x[i]);
    }
    Logistic.sigmoids(y, y, from, to);
    finish(x, y, from, to);
  }

  /** A method of its own, or the compiler might find no room for it beside the one before. */
  private static void finish(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input, corrected(y[i], lost(input, argument(input))));
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = argument(x[i]);
    }
    Logistic.sigmoidsAndSlopes(y, y, slope, from, to);
    correct(x, y, slope, from, to);
    finish(x, y, slope, from, to);
  }

  private static void correct(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      slope[i] = corrected(slope[i], y[i], lost(input, argument(input)));
    }
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = corrected(y[i], lost(input, argument(input)));
    }
  }

  private static void finish(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double sigmoid = y[i];
      y[i] = value(input, sigmoid);
      slope[i] = slope(input, sigmoid, slope[i]);
    }
  }

  /** 2 u, rounded. */
  private static double argument(double x) {
    double near = near(x);
    return near * Math.fma(CUBIC, near * near, LINEAR);
  }

  private static double near(double x) {
    return Math.max(-FAR, Math.min(FAR, x));
  }

  private static double value(double x, double sigmoid) {
    return Math.max(x, -FAR) * sigmoid;
  }

  private static double slope(double x, double sigmoid, double bell) {
    double near = near(x);
    return Math.fma(near * Math.fma(3 * CUBIC, near * near, LINEAR), bell, sigmoid);
  }

  /** σ(z + lost) from σ(z). */
  private static double corrected(double sigmoid, double lost) {
    return Math.fma(lost, sigmoid * (1 - sigmoid), sigmoid);
  }

  /** σ'(z + lost) from σ'(z). */
  private static double corrected(double bell, double sigmoid, double lost) {
    return bell * Math.fma(lost, 1 - 2 * sigmoid, 1);
  }

  /** What z lacks of 2 u. */
  private static double lost(double x, double z) {
    double near = near(x);
    double square = near * near;
    double squareLost = Math.fma(near, near, -square);
    double product = CUBIC * square;
    double productLost =
        Math.fma(CUBIC, square, -product) + CUBIC * squareLost + CUBIC_LOW * square;
    double factor = LINEAR + product;
    double back = factor - product;
    double factorLost = (LINEAR - back) + (product - (factor - back)) + productLost + LINEAR_LOW;
    double whole = near * factor;
    return Math.fma(near, factor, -whole) + near * factorLost + (whole - z);
  }
}
