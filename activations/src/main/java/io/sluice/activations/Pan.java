package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(|x| - a, 0); f' = the sign beyond a, else 0, also at the kinks.
 *
 * @param a the threshold
 */
@Extension
public record Pan(double a) implements ActivationExtension {

  /** The preset. */
  public Pan() {
    this(1);
  }

  @Override
  public String id() {
    return "pan";
  }

  @Override
  public Description description() {
    return Description.of(
            "The absolute value above a threshold",
            "max(abs(x) - a, 0)",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double[] kinks() {
    return new double[] {-a, a};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "the threshold"));
  }

  @Override
  public Pan with(Map<String, Double> values) {
    return new Pan(values.get("a"));
  }

  @Override
  public double value(double x) {
    return Math.max(Math.abs(x) - a, 0);
  }

  @Override
  public double slope(double x) {
    return Math.abs(x) > a ? Math.signum(x) : Double.isNaN(x) ? x : 0;
  }
}
