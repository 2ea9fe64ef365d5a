package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = αp x² + β x above zero, else αn (e^x - 1 - x) + β x, with trained αp and αn; f' = 2 αp x +
 * β above, else αn (e^x - 1) + β; smooth. The slopes by αp and αn are x² above, else 0, and e^x - 1
 * - x below, else 0; near zero the bracket is a series.
 *
 * @param alphaP αp, the curvature above zero, trained
 * @param alphaN αn, the curvature below zero, trained
 * @param beta β, the slope at zero
 */
@Extension
public record Xielu(double alphaP, double alphaN, double beta) implements TwoParameters {

  /** The reciprocals of factorials, from 2! on. */
  private static final double[] SERIES = {
    1 / 2.0,
    1 / 6.0,
    1 / 24.0,
    1 / 120.0,
    1 / 720.0,
    1 / 5040.0,
    1 / 40320.0,
    1 / 362880.0,
    1 / 3628800.0,
    1 / 39916800.0,
    1 / 479001600.0,
    1 / 6227020800.0,
    1 / 87178291200.0,
    1 / 1307674368000.0,
    1 / 20922789888000.0,
    1 / 355687428096000.0,
    1 / 6402373705728000.0
  };

  /** The preset. */
  public Xielu() {
    this(0.8, 0.8, 0.5);
  }

  @Override
  public String id() {
    return "xielu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The integral of the exponential linear unit with a line",
            "alpha_p * x^2 + beta * x if x > 0 else alpha_n * (expm1(x) - x) + beta * x",
            "Huang and Schlag, arXiv 2411.13010")
        .note(
            "The authors train logarithms of both, so that alpha-p stays above zero and alpha-n above beta; here both are free.")
        .note(
            "Near its zero below zero, where terms cancel, a value is right to an absolute 1e-16.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha-p", alphaP, Interval.closed(-1e6, 1e6), "αp, the curvature above zero, trained"),
        Hyperparameter.real(
            "alpha-n", alphaN, Interval.closed(0, 1e6), "αn, the curvature below zero, trained"),
        Hyperparameter.real("beta", beta, Interval.closed(0, 1e6), "β, the slope at zero"));
  }

  @Override
  public Xielu with(Map<String, Double> values) {
    return new Xielu(values.get("alpha-p"), values.get("alpha-n"), values.get("beta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("alpha-p", "alpha-n");
  }

  @Override
  public double value(double x) {
    return value(x, alphaP, alphaN);
  }

  @Override
  public double slope(double x) {
    return slope(x, alphaP, alphaN);
  }

  @Override
  public Interval range() {
    if (alphaP < 0 || (alphaP == 0 && beta < 0) || alphaN < beta) {
      return Interval.REALS;
    }
    if (alphaN == beta) {
      return beta == 0 ? Interval.NOT_NEGATIVE : Interval.above(-beta);
    }
    return Interval.atLeast((beta - alphaN) * Logarithm.log1p(-beta / alphaN) - beta);
  }

  @Override
  public double value(double x, double alphaP, double alphaN) {
    if (x > 0) {
      return x * Math.fma(alphaP, x, beta);
    }
    return x > -1
        ? Math.fma(alphaN, bracket(x), beta * x)
        : Math.fma(alphaN, Exponential.exp(x), line(beta - alphaN, x, -alphaN));
  }

  @Override
  public double slope(double x, double alphaP, double alphaN) {
    if (x > 0) {
      return Math.fma(2 * alphaP, x, beta);
    }
    return x > -0.5
        ? Math.fma(alphaN, Exponential.expm1(x), beta)
        : Math.fma(alphaN, Exponential.exp(x), beta - alphaN);
  }

  @Override
  public double slopeByFirst(double x, double alphaP, double alphaN) {
    return Step.defined(x, x > 0 ? x * x : 0);
  }

  @Override
  public double slopeBySecond(double x, double alphaP, double alphaN) {
    return Step.defined(x, x > 0 ? 0 : bracket(x));
  }

  /** With a slope of zero infinity has a value, too. */
  private static double line(double slope, double x, double offset) {
    return slope == 0 ? offset : Math.fma(slope, x, offset);
  }

  /** e^x - 1 - x. */
  private static double bracket(double x) {
    return x > -1 ? x * x * Polynomial.value(SERIES, x) : Exponential.expm1(x) - x;
  }
}
