package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (α / β) x above zero, else α (e^(x / β) - 1); f' = α / β above zero, else (α / β) e^(x /
 * β): smooth at zero. -α with slope 0 at negative infinity. The slopes by α and β are x / β and -α
 * x / β² above zero, else e^(x / β) - 1 and -(α x / β²) e^(x / β). Training that takes β through
 * zero divides by it.
 */
@Extension
public final class Pelu extends TrainedPass {

  /** The preset. */
  public Pelu() {
    this(1, 1);
  }

  private Pelu(double alpha, double beta) {
    super(
        Pass.EXPM1,
        Hyperparameter.real(
            "alpha", alpha, Interval.POSITIVE, "how far below zero the function saturates"),
        Hyperparameter.real("beta", beta, Interval.POSITIVE, "how slowly it saturates"));
  }

  @Override
  public String id() {
    return "pelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "An elu whose shape is trained and that stays smooth",
            "(alpha / beta) * x if x >= 0 else alpha * expm1(x / beta)",
            "Trottier, Giguère, Chaib-draa, arXiv 1605.09332")
        .note("With the preset alpha = beta = 1 it starts as elu.")
        .note("As in the paper, both are trained unless the study says otherwise, a pair a layer.")
        .note("The paper keeps both parameters above 0.1; use bounds for that.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.LAYER;
  }

  @Override
  public Interval range() {
    return Interval.above(-initialParameters()[0]);
  }

  @Override
  public Pelu with(Map<String, Double> values) {
    return new Pelu(values.get("alpha"), values.get("beta"));
  }

  @Override
  double argument(double x, double[] p) {
    return Math.min(0, x) / p[1];
  }

  @Override
  double value(double x, double[] p, double expm1) {
    return x > 0 ? p[0] * x / p[1] : p[0] * Rounding.correctedExpm1(expm1, lost(x, p));
  }

  @Override
  double slope(double x, double[] p, double expm1) {
    double power = power(x, p, expm1);
    return power == 0 ? 0 : p[0] / p[1] * power;
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double expm1) {
    if (parameter == 0) {
      return x > 0 ? x / p[1] : Rounding.correctedExpm1(expm1, lost(x, p));
    }
    double power = power(x, p, expm1);
    return power == 0 ? 0 : -p[0] * (x / p[1] / p[1]) * power;
  }

  /** e^(x / β) below zero, 1 above. */
  private double power(double x, double[] p, double expm1) {
    if (x > 0) {
      return 1;
    }
    double power = expm1 > -0.5 ? 1 + expm1 : Exponential.exp(argument(x, p));
    return power * (1 + lost(x, p));
  }

  private double lost(double x, double[] p) {
    return Rounding.ofQuotient(x, p[1], argument(x, p));
  }
}
