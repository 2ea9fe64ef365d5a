package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (e^(α x) - 1) / α + α for α above zero, x for α = 0, -ln(1 - α (x + α)) / α below; f' =
 * e^(α x), 1 and 1 / (1 - α (x + α)). So it goes from a logarithm over a line to an exponential.
 *
 * <p>For α below zero it is defined only where 1 - α (x + α) is above zero. Beyond, where training
 * may lead, that number counts as the smallest normal one: f = 708.4 / α, with slope 0. The jump,
 * at (1 - α²) / α, is declared as a kink.
 *
 * <p>The slope by α is 1 + x² (t e^t - e^t + 1) / t² with t = α x for α from zero on, and 1 / (1 -
 * w) + (x + α)² (ln(1 - w) + w / (1 - w)) / w² with w = α (x + α) below; both quotients are 1/2 at
 * zero and a series near it.
 */
@Extension
public final class SoftExponential extends TrainedPass {

  /** What 1 - α (x + α) counts as where it is not above zero. */
  private static final double LEAST = Double.MIN_NORMAL;

  /** Up to it the quotients are a series. */
  private static final double NEAR = 0.125;

  /** The preset. */
  public SoftExponential() {
    this(0.1);
  }

  private SoftExponential(double alpha) {
    super(
        Pass.EXPM1,
        Hyperparameter.real("alpha", alpha, ANY, "from logarithm, -1, over line, 0, to e^x, 1"));
  }

  @Override
  public String id() {
    return "soft-exponential";
  }

  @Override
  public Description description() {
    return Description.of(
            "A trained way from the logarithm over the line to the exponential",
            "expm1(alpha * x) / alpha + alpha if alpha > 0 else (x if alpha == 0 else"
                + " -log(max(1 - alpha * (x + alpha), 2.2250738585072014e-308)) / alpha)",
            "Godfrey, Gashler, arXiv 1602.01321")
        .note("As in the paper, alpha is trained unless the study says otherwise, one a unit.")
        .note("The paper starts from alpha = 0, the identity; the preset 0.1 shows the bend.")
        .note(
            "For alpha < 0 the paper's function ends at x = (1 - alpha^2) / alpha; Sluice goes on"
                + " with a constant, so that training does not meet NaN.")
        .note("Near its zero, where terms cancel, a value is right to an absolute 1e-16.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.UNIT;
  }

  @Override
  public Interval range() {
    double alpha = initialParameters()[0];
    if (alpha == 0) {
      return Interval.REALS;
    }
    return alpha > 0
        ? Interval.above(Math.fma(alpha, alpha, -1) / alpha)
        : Interval.atLeast(floor(alpha));
  }

  @Override
  public double[] kinks() {
    double alpha = initialParameters()[0];
    return alpha < 0 ? new double[] {1 / alpha - alpha} : new double[0];
  }

  @Override
  public SoftExponential with(Map<String, Double> values) {
    return new SoftExponential(values.get("alpha"));
  }

  @Override
  double argument(double x, double[] p) {
    return p[0] > 0 ? p[0] * x : 0;
  }

  @Override
  double value(double x, double[] p, double expm1) {
    double alpha = p[0];
    if (alpha > 0) {
      double lost = Rounding.ofProduct(alpha, x, alpha * x);
      return Math.fma(alpha, alpha, Rounding.correctedExpm1(expm1, lost)) / alpha;
    }
    if (alpha == 0) {
      return x;
    }
    double w = alpha * (x + alpha);
    return 1 - w < LEAST ? floor(alpha) : -Logarithm.log1p(-w) / alpha;
  }

  private static double floor(double alpha) {
    return -Logarithm.log(LEAST) / alpha;
  }

  @Override
  double slope(double x, double[] p, double expm1) {
    double alpha = p[0];
    if (alpha > 0) {
      return power(x, alpha, expm1);
    }
    double rest = 1 - alpha * (x + alpha);
    return alpha == 0 ? (x == x ? 1 : x) : rest < LEAST ? 0 : 1 / rest;
  }

  private static double power(double x, double alpha, double expm1) {
    double power = expm1 > -0.5 ? 1 + expm1 : Exponential.exp(alpha * x);
    return power * (1 + Rounding.ofProduct(alpha, x, alpha * x));
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double expm1) {
    double alpha = p[0];
    if (alpha >= 0) {
      return exponential(x, alpha, expm1);
    }
    double slope = logarithmic(x, alpha);
    return Far.isLost(slope, x) ? logarithmic(Far.nearer(x), alpha) : slope;
  }

  private static double exponential(double x, double alpha, double expm1) {
    double t = alpha * x;
    if (Math.abs(t) < NEAR) {
      // (k + 1) t^k / (k + 2)!
      double sum = 11 / 479001600.0;
      sum = Math.fma(sum, t, 10 / 39916800.0);
      sum = Math.fma(sum, t, 9 / 3628800.0);
      sum = Math.fma(sum, t, 8 / 362880.0);
      sum = Math.fma(sum, t, 7 / 40320.0);
      sum = Math.fma(sum, t, 6 / 5040.0);
      sum = Math.fma(sum, t, 5 / 720.0);
      sum = Math.fma(sum, t, 4 / 120.0);
      sum = Math.fma(sum, t, 3 / 24.0);
      sum = Math.fma(sum, t, 2 / 6.0);
      return Math.fma(x * x, Math.fma(sum, t, 0.5), 1);
    }
    double power = power(x, alpha, expm1);
    if (power > Double.MAX_VALUE) {
      return power;
    }
    double rising = power == 0 ? 0 : t * power;
    return Math.fma((rising - expm1) / alpha, 1 / alpha, 1);
  }

  private static double logarithmic(double x, double alpha) {
    double w = alpha * (x + alpha);
    double rest = 1 - w;
    if (rest < LEAST) {
      return Logarithm.log(LEAST) / alpha / alpha;
    }
    if (Math.abs(w) < NEAR) {
      // (1 - 1 / k) w^(k - 2)
      double sum = 0;
      for (int k = 18; k >= 2; k--) {
        sum = Math.fma(sum, w, 1 - 1.0 / k);
      }
      return 1 / rest + (x + alpha) * (x + alpha) * sum;
    }
    return 1 / rest + (Logarithm.log1p(-w) + w / rest) / alpha / alpha;
  }
}
