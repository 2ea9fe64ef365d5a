package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else α (e^(β x) - 1); f' = 1 above zero, else α β e^(β x), so slope(0) = α
 * β. -α with slope 0 at negative infinity. The slopes by α and β are 0 above zero, else e^(β x) - 1
 * and α x e^(β x).
 */
@Extension
public final class Mpelu extends TrainedPass {

  /** The preset. */
  public Mpelu() {
    this(0.25, 1);
  }

  private Mpelu(double alpha, double beta) {
    super(
        Pass.EXPM1,
        Hyperparameter.real("alpha", alpha, ANY, "how far below zero the function saturates"),
        Hyperparameter.real("beta", beta, Interval.POSITIVE, "how fast it saturates"));
  }

  @Override
  public String id() {
    return "mpelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "An elu whose depth and steepness are trained",
            "x if x > 0 else alpha * expm1(beta * x)",
            "Li, Fan, Li, Wu, Ming, arXiv 1606.00305")
        .note("As in the paper, both are trained unless the study says otherwise, a pair a unit.")
        .note("The paper starts from alpha = 0.25 or 1 and beta = 1; the preset is the former.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.UNIT;
  }

  @Override
  public Interval range() {
    double alpha = initialParameters()[0];
    return alpha > 0 ? Interval.above(-alpha) : Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    double[] start = initialParameters();
    return start[0] * start[1] == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public Mpelu with(Map<String, Double> values) {
    return new Mpelu(values.get("alpha"), values.get("beta"));
  }

  @Override
  double argument(double x, double[] p) {
    return p[1] * Math.min(0, x);
  }

  @Override
  double value(double x, double[] p, double expm1) {
    return x > 0 ? x : p[0] * Rounding.correctedExpm1(expm1, lost(x, p));
  }

  @Override
  double slope(double x, double[] p, double expm1) {
    if (x > 0) {
      return 1;
    }
    double power = power(x, p, expm1);
    return power == 0 ? 0 : p[0] * p[1] * power;
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double expm1) {
    if (x > 0) {
      return 0;
    }
    if (parameter == 0) {
      return Rounding.correctedExpm1(expm1, lost(x, p));
    }
    double power = power(x, p, expm1);
    return power == 0 ? 0 : p[0] * (x * power);
  }

  /** e^(β x). */
  private double power(double x, double[] p, double expm1) {
    double power = expm1 > -0.5 ? 1 + expm1 : Exponential.exp(argument(x, p));
    return power * (1 + lost(x, p));
  }

  private double lost(double x, double[] p) {
    return Rounding.ofProduct(p[1], Math.min(0, x), argument(x, p));
  }
}
