package io.sluice.activations;

import io.sluice.math.Normal;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = cos(ω x) e^(-x² / 2); f' = -(ω sin(ω x) + x cos(ω x)) e^(-x² / 2). What rounding ω x loses
 * is made good.
 *
 * @param omega ω, how fast it oscillates
 */
@Extension
public record Morlet(double omega) implements ActivationExtension {

  /** The preset. */
  public Morlet() {
    this(5);
  }

  @Override
  public String id() {
    return "morlet";
  }

  @Override
  public Description description() {
    return Description.of(
            "The real Morlet wavelet",
            "cos(omega * x) * exp(-x^2 / 2)",
            "Bozorgasl and Chen, arXiv 2405.12832")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(Extremes.least(this, 0, 5, (int) (500 * omega)), 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("omega", omega, Interval.closed(1, 100), "ω, how fast it oscillates"));
  }

  @Override
  public Morlet with(Map<String, Double> values) {
    return new Morlet(values.get("omega"));
  }

  @Override
  public double value(double x) {
    double bell = Normal.bell(x);
    return bell == 0 ? 0 : Phase.cos(omega, x) * bell;
  }

  @Override
  public double slope(double x) {
    double bell = Normal.bell(x);
    return bell == 0 ? 0 : -Math.fma(omega, Phase.sin(omega, x), x * Phase.cos(omega, x)) * bell;
  }
}
