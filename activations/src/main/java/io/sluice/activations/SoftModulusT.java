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
 * f(x) = x tanh(x / a); with z = x / a, f' = tanh z + z sech² z.
 *
 * @param a how wide the valley is
 */
@Extension
public record SoftModulusT(double a) implements ActivationExtension {

  /** The preset. */
  public SoftModulusT() {
    this(0.01);
  }

  @Override
  public String id() {
    return "soft-modulus-t";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth approximation of the absolute value",
            "x * tanh(x / a)",
            "Vallés-Pérez and others, arXiv 2301.05993")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "how wide the valley is"));
  }

  @Override
  public SoftModulusT with(Map<String, Double> values) {
    return new SoftModulusT(values.get("a"));
  }

  @Override
  public double value(double x) {
    return x * Hyperbolic.tanh(x / a);
  }

  @Override
  public double slope(double x) {
    double z = x / a;
    double bell = Hyperbolic.sechSquared(z);
    return Hyperbolic.tanh(z) + (bell == 0 ? 0 : z * bell);
  }
}
