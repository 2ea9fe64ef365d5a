package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** f(x) = (1 - p) x σ(β (1 - p) x) + p x, a smooth leaky rectifier. */
@Extension
public final class AconB implements ActivationExtension {

  private final Acon acon;

  /** The preset. */
  public AconB() {
    this(0.25, 1);
  }

  private AconB(double p, double beta) {
    acon = new Acon(1, p, beta);
  }

  @Override
  public String id() {
    return "acon-b";
  }

  @Override
  public Description description() {
    return Description.of(
        "A smooth maximum of x and p x",
        "(1 - p) x σ(β (1 - p) x) + p x",
        "Ma, Zhang, Liu, Sun, arXiv 2009.04759");
  }

  @Override
  public Interval range() {
    return acon.range();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("p", acon.p2(), Acon.ALLOWED, "slope of the second line"),
        Hyperparameter.real("beta", acon.beta(), Acon.ALLOWED, "how sharply it switches"));
  }

  @Override
  public AconB with(Map<String, Double> values) {
    return new AconB(values.get("p"), values.get("beta"));
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
