package io.sluice.activations;

import io.sluice.math.HyperbolicSine;
import io.sluice.math.InverseHyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = sinh(a x) + asinh(a x); f' = a (cosh(a x) + 1 / √(1 + a² x²)). Overflows beyond a x = 710.
 *
 * @param a the scale of the input
 */
@Extension
public record CombHSine(double a) implements ActivationExtension {

  /** The preset. */
  public CombHSine() {
    this(1);
  }

  @Override
  public String id() {
    return "comb-h-sine";
  }

  @Override
  public Description description() {
    return Description.of(
            "The sum of the hyperbolic sine and its inverse",
            "sinh(a * x) + asinh(a * x)",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 100), "the scale of the input"));
  }

  @Override
  public CombHSine with(Map<String, Double> values) {
    return new CombHSine(values.get("a"));
  }

  @Override
  public double value(double x) {
    return HyperbolicSine.sinh(a * x) + InverseHyperbolic.asinh(a * x);
  }

  @Override
  public double slope(double x) {
    return a * (HyperbolicSine.cosh(a * x) + 1 / Roots.ofSquares(a * x, 1));
  }
}
