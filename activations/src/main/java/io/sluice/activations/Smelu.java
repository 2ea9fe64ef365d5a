package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = 0 below -β, (x + β)² / (4 β) up to β, x above; f' = 0, (x + β) / (2 β), 1; smooth.
 *
 * @param beta β, half the width of the parabola
 */
@Extension
public record Smelu(double beta) implements ActivationExtension {

  /** The preset. */
  public Smelu() {
    this(1);
  }

  @Override
  public String id() {
    return "smelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The smooth rectifier of a parabola",
            "x if x >= beta else ((x + beta)^2 / (4 * beta) if x > -beta else 0)",
            "Shamir, Lin, Coviello, arXiv 2202.06499")
        .note("For beta = 1 it is sparse-plus.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "beta", beta, Interval.openClosed(0, 1e6), "β, half the width of the parabola"));
  }

  @Override
  public Smelu with(Map<String, Double> values) {
    return new Smelu(values.get("beta"));
  }

  @Override
  public double value(double x) {
    double near = Math.max(x + beta, 0);
    return x >= beta ? x : near * near / (4 * beta);
  }

  @Override
  public double slope(double x) {
    return x >= beta ? 1 : Math.max(x + beta, 0) / (2 * beta);
  }
}
