package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = e^(-sin(a x)); f' = -a cos(a x) e^(-sin(a x)).
 *
 * @param a how fast it oscillates
 */
@Extension
public record ExpSin(double a) implements ActivationExtension {

  /** The preset. */
  public ExpSin() {
    this(1);
  }

  @Override
  public String id() {
    return "exp-sin";
  }

  @Override
  public Description description() {
    return Description.of(
            "The exponential of a sine",
            "exp(-sin(a * x))",
            "Ramasinghe and Lucey, arXiv 2111.15135")
        .note("The paper tunes a for each task; the preset is ours.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0.36787944117144233, 2.718281828459045);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "how fast it oscillates"));
  }

  @Override
  public ExpSin with(Map<String, Double> values) {
    return new ExpSin(values.get("a"));
  }

  @Override
  public double value(double x) {
    return Exponential.exp(-Phase.sin(a, x));
  }

  @Override
  public double slope(double x) {
    return -a * Phase.cos(a, x) * Exponential.exp(-Phase.sin(a, x));
  }
}
