package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (1 + σ(β)) x above zero, else c x with c = α held in [0.01, 0.99], where α and β are
 * trained, one of each for a layer unless the study says otherwise, as in the paper; f' = 1 + σ(β)
 * above zero, else c, so slope(0) = c.
 *
 * <p>The slope by α is x below zero, as long as α lies in [0.01, 0.99], else 0; that by β is x σ(β)
 * σ(-β) above zero, else 0. The presets are the paper's.
 */
@Extension
public final class Arelu extends Trained {

  /** The slope below zero. */
  private final double fall;

  /** The slope above zero. */
  private final double rise;

  /** The preset. */
  public Arelu() {
    this(0.9, 2);
  }

  private Arelu(double alpha, double beta) {
    super(List.of("alpha", "beta"), alpha, beta);
    fall = clamped(alpha);
    rise = 1 + Logistic.sigmoid(beta);
  }

  @Override
  public String id() {
    return "arelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with an amplified and an attenuated side, both trained",
            "(1 + sigmoid(beta)) * x if x >= 0 else clamp(alpha, 0.01, 0.99) * x",
            "Chen, Li, Xu, arXiv 2006.13858")
        .note(
            "Where training takes alpha out of [0.01, 0.99] its slope is zero, and it stays"
                + " there.")
        .note(
            "Above zero the slope is at least 1 and with the presets 1.88: deep networks "
                + "amplify.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.LAYER;
  }

  @Override
  public Interval range() {
    return Interval.REALS;
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        startOf(0, "slope below zero, held between 0.01 and 0.99"),
        startOf(1, "logit of what is added to the slope above zero"));
  }

  @Override
  public Arelu with(Map<String, Double> values) {
    return new Arelu(values.get("alpha"), values.get("beta"));
  }

  @Override
  public double value(double x) {
    return (x > 0 ? rise : fall) * x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? rise : fall);
  }

  @Override
  public double value(double x, double[] p) {
    return x > 0 ? (1 + Logistic.sigmoid(p[1])) * x : clamped(p[0]) * x;
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, x > 0 ? 1 + Logistic.sigmoid(p[1]) : clamped(p[0]));
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (parameter == 0) {
      return byAlpha(x, p[0]);
    }
    return byBeta(x, Exponential.decay(p[1]));
  }

  @Override
  public void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] alpha = p[0];
    double[] beta = p[1];
    Exponential.decays(beta, by[1], from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double decay = by[1][i];
      slope[i] =
          Step.defined(input, input > 0 ? 1 + Logistic.sigmoid(beta[i], decay) : clamped(alpha[i]));
      by[0][i] = byAlpha(input, alpha[i]);
      by[1][i] = byBeta(input, decay);
      y[i] = slope[i] * input;
    }
  }

  private static double clamped(double alpha) {
    return Math.max(0.01, Math.min(0.99, alpha));
  }

  private static double byAlpha(double x, double alpha) {
    return Step.defined(x, x < 0 && alpha >= 0.01 && alpha <= 0.99 ? x : 0);
  }

  /** With σ(β) σ(-β) from e^-|β|. */
  private static double byBeta(double x, double decay) {
    return Step.defined(x, x > 0 ? x * (decay / ((1 + decay) * (1 + decay))) : 0);
  }
}
