package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else α (max(0, 1 + x / 10)^10 - 1), elu with the deformed exponential of t =
 * 0.9; f' = 1 above zero, else α max(0, 1 + x / 10)^9, so slope(0) = α. Exactly -α from -10 down.
 * The slope by α is 0 above zero, else f / α.
 *
 * <p>With y = x / 10 and w = 1 + y the power minus one is y (1 + w + w² + w³ + w⁴) (1 + w⁵), in
 * which nothing cancels.
 */
@Extension
public final class Pdelu extends TrainedPass {

  /** The preset. */
  public Pdelu() {
    this(1);
  }

  private Pdelu(double alpha) {
    super(
        Pass.NONE,
        Hyperparameter.real("alpha", alpha, ANY, "how far below zero the function saturates"));
  }

  @Override
  public String id() {
    return "pdelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "An elu with a deformed exponential that reaches its least value",
            "x if x > 0 else alpha * (max(0, 1 + x / 10)^10 - 1)",
            "Cheng, Li, Ding, Yang, Liu, Wang: Parametric deformable exponential linear units, 2020")
        .sourceUnread()
        .note("The deformation t = 0.9 is not trained; it makes the exponent 1 / (1 - t) = 10.")
        .note(
            "A published survey's code overwrites its input and acts as relu instead; the formula"
                + " here is the defining one.");
  }

  @Override
  public Interval range() {
    double alpha = initialParameters()[0];
    return Interval.atLeast(alpha > 0 ? -alpha : 0);
  }

  @Override
  public double[] kinks() {
    return initialParameters()[0] == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public Pdelu with(Map<String, Double> values) {
    return new Pdelu(values.get("alpha"));
  }

  @Override
  double argument(double x, double[] p) {
    return x;
  }

  @Override
  double value(double x, double[] p, double part) {
    return x > 0 ? x : p[0] * powerMinusOne(x);
  }

  @Override
  double slope(double x, double[] p, double part) {
    double w = base(x);
    double cube = w * w * w;
    return x > 0 ? 1 : p[0] * (cube * cube * cube);
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double part) {
    return x > 0 ? 0 : powerMinusOne(x);
  }

  /** w^10 - 1 = y g(w), corrected for what rounding w = 1 + y lost. */
  private static double powerMinusOne(double x) {
    double y = Math.max(-10, x) / 10;
    double w = 1 + y;
    double lost = y - (w - 1);
    double square = w * w;
    double fifth = square * square * w;
    double sum = Math.fma(w, Math.fma(w, Math.fma(w, 1 + w, 1), 1), 1);
    double g = sum * (1 + fifth);
    return Math.fma(lost, 10 * fifth * (square * square) - g, y * g);
  }

  /** 1 + x / 10, not below zero and accurate near it. */
  private static double base(double x) {
    return Math.max(0, 10 + x) / 10;
  }
}
