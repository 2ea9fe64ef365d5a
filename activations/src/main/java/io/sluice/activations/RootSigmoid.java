package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x / (1 + √(1 + a² x²)); with r the root, f' = a / (r (1 + r)). -1 and 1 at the
 * infinities.
 *
 * @param a how steep it is
 */
@Extension
public record RootSigmoid(double a) implements ActivationExtension {

  /** The preset. */
  public RootSigmoid() {
    this(1);
  }

  @Override
  public String id() {
    return "rootsig";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sigmoid of a root",
            "a * x / (1 + sqrt(1 + (a * x)^2))",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "how steep it is"));
  }

  @Override
  public RootSigmoid with(Map<String, Double> values) {
    return new RootSigmoid(values.get("a"));
  }

  @Override
  public double value(double x) {
    double z = a * x;
    return Double.isInfinite(z) ? Math.signum(z) : z / (1 + Roots.ofSquares(z, 1));
  }

  @Override
  public double slope(double x) {
    double r = Roots.ofSquares(a * x, 1);
    return a / r / (1 + r);
  }
}
