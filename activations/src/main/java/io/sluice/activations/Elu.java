package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else α (e^x - 1); f' = 1 above zero, else α e^x, so slope(0) = α. Smooth at
 * zero only for the preset α = 1.
 *
 * @param alpha α, how far below zero the function saturates
 */
@Extension
public record Elu(double alpha) implements ActivationExtension {

  /** The preset. */
  public Elu() {
    this(1);
  }

  @Override
  public String id() {
    return "elu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The exponential linear unit",
            "x if x > 0 else alpha * expm1(x)",
            "Clevert, Unterthiner, Hochreiter, arXiv 1511.07289")
        .note(
            "The preset alpha = 1 is that of the paper, JAX, PyTorch and Keras; else it has a kink.")
        .note("JAX 0.10.2 computes the slope at -30 with a relative error of 2e-4.");
  }

  @Override
  public Interval range() {
    return alpha == 0 ? Interval.atLeast(0) : Interval.above(-alpha);
  }

  @Override
  public double[] kinks() {
    return alpha == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.NOT_NEGATIVE, "how far below zero the function saturates"));
  }

  @Override
  public Elu with(Map<String, Double> values) {
    return new Elu(values.get("alpha"));
  }

  @Override
  public double value(double x) {
    return Math.max(0, x) + alpha * Exponential.expm1(Math.min(0, x));
  }

  @Override
  public double slope(double x) {
    return steepness(x) * Exponential.exp(Math.min(0, x));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.min(0, x[i]);
    }
    Exponential.expm1s(y, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0, x[i]) + alpha * y[i];
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    slopes(x, slope, from, to);
    values(x, y, from, to);
  }

  /** 1 above zero, else α. */
  private double steepness(double x) {
    double above = Step.of(x);
    return above + alpha * (1 - above);
  }

  private void slopes(double[] x, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      slope[i] = Math.min(0, x[i]);
    }
    Exponential.exps(slope, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = steepness(x[i]) * slope[i];
    }
  }
}
