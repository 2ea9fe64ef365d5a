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
 * f(x) = 1 - (1 + a e^x)^(-1 / a), as -(e^-l - 1) with l = ln(1 + a e^x) / a; f' = e^x e^-l / (1 +
 * a e^x). For a = 1 it is the sigmoid, towards a = 0 the complementary log-log.
 *
 * @param a how skew it is
 */
@Extension
public record ArandaOrdaz(double a) implements ActivationExtension {

  /** Beyond it e^x may overflow. */
  private static final double FAR = 700;

  /** Below it ln(1 + u) is u (1 - u / 2). */
  private static final double SMALL = 0x1p-30;

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
    return -Exponential.expm1(-logarithm(x));
  }

  @Override
  public double slope(double x) {
    double power = Exponential.exp(-logarithm(x));
    double e = Exponential.decay(x);
    return power == 0 ? 0 : x > 0 ? power / (a + e) : e * power / (1 + a * e);
  }

  /** ln(1 + a e^x) / a, which for a small a is e^x; far above zero as (x + ln(a + e^-x)) / a. */
  private double logarithm(double x) {
    if (x > FAR) {
      return (x + Logarithm.log(a + Exponential.decay(x))) / a;
    }
    double e = Exponential.exp(x);
    double inner = a * e;
    return inner < SMALL ? e * (1 - 0.5 * inner) : Logarithm.log1p(inner) / a;
  }
}
