package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = 0 below -γ / 2, -2 t³ + 3 t / 2 + 1 / 2 with t = x / γ, 1 above γ / 2; the cubic as (1 / 2
 * + t)² (2 - 2 t), which does not cancel; f' = 6 (1/4 - t²) / γ; smooth.
 *
 * @param gamma γ, how wide the step is
 */
@Extension
public record SmoothStep(double gamma) implements ActivationExtension {

  /** The preset. */
  public SmoothStep() {
    this(1);
  }

  @Override
  public String id() {
    return "smooth-step";
  }

  @Override
  public Description description() {
    return Description.of(
            "The smooth step of a cubic",
            "0 if x <= -gamma / 2 else (1 if x >= gamma / 2 else -2 * x^3 / gamma^3 + 3 * x / (2 * gamma) + 0.5)",
            "Hazimeh, Ponomareva, Mol, Tan, Mazumder, arXiv 2002.07772")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("gamma", gamma, Interval.closed(1e-6, 1e6), "γ, how wide the step is"));
  }

  @Override
  public SmoothStep with(Map<String, Double> values) {
    return new SmoothStep(values.get("gamma"));
  }

  @Override
  public double value(double x) {
    double t = Math.max(-0.5, Math.min(0.5, x / gamma));
    double rise = 0.5 + t;
    return rise * rise * (2 - 2 * t);
  }

  @Override
  public double slope(double x) {
    double t = Math.max(-0.5, Math.min(0.5, x / gamma));
    return 6 * ((0.5 + t) * (0.5 - t)) / gamma;
  }
}
