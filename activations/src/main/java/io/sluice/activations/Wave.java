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
 * f(x) = (1 - x²) e^(-a x²); f' = -2 x (1 + a (1 - x²)) e^(-a x²).
 *
 * @param a how narrow it is
 */
@Extension
public record Wave(double a) implements ActivationExtension {

  /** So large an x is beyond every bell that is faint; its square does not overflow. */
  private static final double FAR = 1e150;

  /** The preset. */
  public Wave() {
    this(1);
  }

  @Override
  public String id() {
    return "wave";
  }

  @Override
  public Description description() {
    return Description.of(
            "A wavelet of one valley on each side",
            "(1 - x^2) * exp(-a * x^2)",
            "Hara and Nakayama, 1994; Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(-Exponential.exp(-a - 1) / a, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "how narrow it is"));
  }

  @Override
  public Wave with(Map<String, Double> values) {
    return new Wave(values.get("a"));
  }

  @Override
  public double value(double x) {
    double bell = Bells.of(a, x);
    if (Faint.is(bell)) {
      return Math.abs(x) > FAR ? 0 : Faint.bell((1 - x) * (1 + x), a, x);
    }
    return (1 - x) * (1 + x) * bell;
  }

  @Override
  public double slope(double x) {
    double bell = Bells.of(a, x);
    return bell == 0 ? 0 : -2 * x * (1 + a * ((1 - x) * (1 + x))) * bell;
  }
}
