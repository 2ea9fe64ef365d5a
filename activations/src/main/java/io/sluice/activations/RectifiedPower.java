package io.sluice.activations;

import io.sluice.math.Power;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x)^p; f' = p max(0, x)^(p - 1), and 0 at the kink that p = 1 has at zero.
 *
 * @param p the power
 */
@Extension
public record RectifiedPower(double p) implements ActivationExtension {

  /** The preset. */
  public RectifiedPower() {
    this(2);
  }

  @Override
  public String id() {
    return "repu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The rectified power unit",
            "max(0, x)^p",
            "Li, Tang, Yu, arXiv 1903.05858; Novak and others, Neural Tangents, neural_tangents.stax, RectifiedMonomial")
        .aliases("rectified-monomial");
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double[] kinks() {
    return p == 1 ? new double[] {0} : new double[0];
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("p", p, Interval.closed(1, 100), "the power"));
  }

  @Override
  public RectifiedPower with(Map<String, Double> values) {
    return new RectifiedPower(values.get("p"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? Power.pow(x, p) : Double.isNaN(x) ? x : 0;
  }

  @Override
  public double slope(double x) {
    return x > 0 ? p * Power.pow(x, p - 1) : Double.isNaN(x) ? x : 0;
  }
}
