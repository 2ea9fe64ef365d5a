package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = tanh x above zero, else a tanh x; f' = sech² x above zero, else a sech² x, so slope(0) =
 * a. The preset a = 0.25 is the paper's.
 *
 * @param a what the negative side is multiplied by
 */
@Extension
public record PenalizedTanh(double a) implements ActivationExtension {

  /** The preset. */
  public PenalizedTanh() {
    this(0.25);
  }

  @Override
  public String id() {
    return "penalized-tanh";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic tangent with a weak negative side",
            "tanh(x) if x > 0 else a * tanh(x)",
            "Xu, Huang, Li, arXiv 1602.05980")
        .note(
            "The package activations-plus has tanh(x) - a * tanh(x)^2 under this name, "
                + "another function.");
  }

  @Override
  public Interval range() {
    return a == 0 ? Interval.closedOpen(0, 1) : Interval.open(-a, 1);
  }

  @Override
  public double[] kinks() {
    return a == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "a", a, Interval.closed(0, 1e6), "what the negative side is multiplied by"));
  }

  @Override
  public PenalizedTanh with(Map<String, Double> values) {
    return new PenalizedTanh(values.get("a"));
  }

  @Override
  public double value(double x) {
    double tangent = Hyperbolic.tanh(x);
    return x > 0 ? tangent : a * tangent;
  }

  @Override
  public double slope(double x) {
    return (x > 0 ? 1 : a) * Hyperbolic.sechSquared(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = y[i] > 0 ? y[i] : a * y[i];
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Hyperbolic.tanhsAndSlopes(x, y, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = y[i] > 0 ? slope[i] : a * slope[i];
      y[i] = y[i] > 0 ? y[i] : a * y[i];
    }
  }
}
