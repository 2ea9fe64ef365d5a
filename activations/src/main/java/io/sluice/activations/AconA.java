package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x σ(β x), swish with a steepness; silu for the preset β = 1. Bounded on one side, x / 2
 * for β = 0.
 */
@Extension
public final class AconA implements ActivationExtension {

  private final Acon acon;

  /** The preset. */
  public AconA() {
    this(1);
  }

  private AconA(double beta) {
    acon = new Acon(1, 0, beta);
  }

  @Override
  public String id() {
    return "acon-a";
  }

  @Override
  public Description description() {
    return Description.of(
        "A smooth maximum of x and 0", "x σ(β x)", "Ma, Zhang, Liu, Sun, arXiv 2009.04759");
  }

  @Override
  public Interval range() {
    return acon.range();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("beta", acon.beta(), Acon.ALLOWED, "how sharply it switches"));
  }

  @Override
  public AconA with(Map<String, Double> values) {
    return new AconA(values.get("beta"));
  }

  @Override
  public double value(double x) {
    return acon.value(x);
  }

  @Override
  public double slope(double x) {
    return acon.slope(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    acon.values(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    acon.valuesAndSlopes(x, y, slope, from, to);
  }
}
