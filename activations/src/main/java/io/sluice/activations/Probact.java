package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.StochasticActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x) + sigma d, where training draws d from the standard normal distribution and
 * evaluation takes its mean 0; f' = 1 above zero, else 0, which slope(0) is, too. Values of
 * training may be negative; the range is that of evaluation.
 *
 * @param sigma the standard deviation of what is added
 */
@Extension
public record Probact(double sigma) implements ActivationExtension, StochasticActivation {

  /** The preset. */
  public Probact() {
    this(0.5);
  }

  @Override
  public String id() {
    return "probact";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier to which training adds normal noise",
            "max(0, x)",
            "Shridhar, Lee, Hayashi and others, arXiv 1905.10761")
        .note(
            "The formula is that of evaluation; training adds sigma times a standard normal number,"
                + " drawn for each unit and example.")
        .note(
            "The paper also has variants that train sigma, and draws several samples when it"
                + " evaluates; here sigma is declared, and evaluation adds nothing. The preset 0.5"
                + " is Sluice's choice.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "sigma", sigma, Interval.closed(0, 1e6), "standard deviation of the noise"));
  }

  @Override
  public Probact with(Map<String, Double> values) {
    return new Probact(values.get("sigma"));
  }

  @Override
  public double value(double x) {
    return Math.max(0, x);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? 1 : 0);
  }

  @Override
  public Draw draw() {
    return Draw.NORMAL;
  }

  @Override
  public double value(double x, double draw) {
    return Math.max(0, x) + sigma * draw;
  }

  @Override
  public double slope(double x, double draw) {
    return Step.defined(x, x > 0 ? 1 : 0);
  }
}
