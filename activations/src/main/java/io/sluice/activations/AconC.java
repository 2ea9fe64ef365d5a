package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** f(x) = (p1 - p2) x σ(β (p1 - p2) x) + p2 x. */
@Extension
public final class AconC implements ActivationExtension {

  private final Acon acon;

  /** The preset. */
  public AconC() {
    this(1, 0, 1);
  }

  private AconC(double p1, double p2, double beta) {
    acon = new Acon(p1, p2, beta);
  }

  @Override
  public String id() {
    return "acon-c";
  }

  @Override
  public Description description() {
    return Description.of(
        "A smooth maximum of p1 x and p2 x",
        "(p1 - p2) x σ(β (p1 - p2) x) + p2 x",
        "Ma, Zhang, Liu, Sun, arXiv 2009.04759");
  }

  @Override
  public Interval range() {
    return acon.range();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("p1", acon.p1(), Acon.ALLOWED, "slope of the first line"),
        Hyperparameter.real("p2", acon.p2(), Acon.ALLOWED, "slope of the second line"),
        Hyperparameter.real("beta", acon.beta(), Acon.ALLOWED, "how sharply it switches"));
  }

  @Override
  public AconC with(Map<String, Double> values) {
    return new AconC(values.get("p1"), values.get("p2"), values.get("beta"));
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
