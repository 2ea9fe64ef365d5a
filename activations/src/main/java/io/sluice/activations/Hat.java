package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x from zero to a / 2, a - x from there to a, else 0; f' = 1, -1 and 0 accordingly. The
 * slopes at the kinks are those from the left: 0, 1 and -1.
 *
 * @param a the width; half of it is the height
 */
@Extension
public record Hat(double a) implements ActivationExtension {

  /** The preset. */
  public Hat() {
    this(1);
  }

  @Override
  public String id() {
    return "hat";
  }

  @Override
  public Description description() {
    return Description.of("A triangle", "max(0, min(x, a - x))", "The package activations-plus")
        .note("Beyond 0 and a its slope is zero: a unit whose sums lie there is dead.");
  }

  @Override
  public Interval range() {
    return Interval.closed(0, a / 2);
  }

  @Override
  public double[] kinks() {
    return new double[] {0, a / 2, a};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "width"));
  }

  @Override
  public Hat with(Map<String, Double> values) {
    return new Hat(values.get("a"));
  }

  @Override
  public double value(double x) {
    return Math.max(0, Math.min(x, a - x));
  }

  @Override
  public double slope(double x) {
    if (x > 0 && x <= a) {
      return Step.defined(x, x <= a / 2 ? 1 : -1);
    }
    return Step.defined(x, 0);
  }
}
