package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else α (e^(x / α) - 1); f' = 1 above zero, else e^(x / α): smooth at zero
 * for every α. What rounding x / α lost is made good in the exponential. -α with slope 0 at
 * negative infinity.
 */
@Extension
public final class Celu extends OnePass {

  private final double alpha;

  /** The preset. */
  public Celu() {
    this(1);
  }

  private Celu(double alpha) {
    this.alpha = alpha;
  }

  @Override
  public String id() {
    return "celu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The exponential linear unit with a smooth zero for every alpha",
            "x if x > 0 else alpha * expm1(x / alpha)",
            "Barron, arXiv 1704.07483")
        .note("The preset alpha = 1, where it is elu, is that of JAX, PyTorch and Keras.")
        .note("JAX 0.10.2 computes the slope at -30 with a relative error of 2e-4.");
  }

  @Override
  public Interval range() {
    return Interval.above(-alpha);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.POSITIVE, "how far below zero the function saturates"));
  }

  @Override
  public Celu with(Map<String, Double> values) {
    return new Celu(values.get("alpha"));
  }

  @Override
  Pass pass() {
    return Pass.EXPM1;
  }

  @Override
  double argument(double x) {
    return Math.min(0, x) / alpha;
  }

  @Override
  double value(double x, double expm1) {
    return x > 0 ? x : alpha * Rounding.correctedExpm1(expm1, lost(x));
  }

  @Override
  double slope(double x, double expm1) {
    if (x > 0) {
      return 1;
    }
    double power = expm1 > -0.5 ? 1 + expm1 : Exponential.exp(argument(x));
    return power * (1 + lost(x));
  }

  private double lost(double x) {
    return Rounding.ofQuotient(x, alpha, argument(x));
  }
}
