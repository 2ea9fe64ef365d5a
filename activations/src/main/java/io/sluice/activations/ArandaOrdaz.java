package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = 1 - (1 + a e^x)^(-1 / a), as -(e^(-l / a) - 1) with l = ln(1 + a e^x); f' = e^x (1 + a
 * e^x)^(-1 / a - 1). For a = 1 it is the sigmoid, towards a = 0 the complementary log-log.
 *
 * @param a how skew it is
 */
@Extension
public record ArandaOrdaz(double a) implements ActivationExtension {

  /** The preset. */
  public ArandaOrdaz() {
    this(1);
  }

  @Override
  public String id() {
    return "aranda-ordaz";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sigmoid of trained skewness",
            "-expm1(-log1p(a * exp(x)) / a)",
            "Aranda-Ordaz, Biometrika 68, 1981; Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 100), "how skew it is"));
  }

  @Override
  public ArandaOrdaz with(Map<String, Double> values) {
    return new ArandaOrdaz(values.get("a"));
  }

  @Override
  public double value(double x) {
    return -Exponential.expm1(-logarithm(x) / a);
  }

  @Override
  public double slope(double x) {
    double l = logarithm(x);
    return x > 0
        ? Exponential.exp(-x / a - (1 + 1 / a) * Logarithm.log(a + Exponential.decay(x)))
        : Exponential.exp(x) * Exponential.exp(-(1 + 1 / a) * l);
  }

  /** ln(1 + a e^x), above zero as x + ln(a + e^-x). */
  private double logarithm(double x) {
    double e = Exponential.decay(x);
    return x > 0 ? x + Logarithm.log(a + e) : Logarithm.log1p(a * e);
  }
}
