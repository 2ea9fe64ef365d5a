package io.sluice.activations;

import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = ln(1 + e^(β x)) / β; f' = σ(β x). What rounding β x loses is made good.
 *
 * @param beta β, how sharp it is
 */
@Extension
public record SoftplusBeta(double beta) implements ActivationExtension {

  /** The preset. */
  public SoftplusBeta() {
    this(1);
  }

  @Override
  public String id() {
    return "softplus-beta";
  }

  @Override
  public Description description() {
    return Description.of(
            "A softplus of any sharpness",
            "softplus(beta * x) / beta",
            "Paszke and others, PyTorch, torch.nn.Softplus")
        .note(
            "PyTorch turns to the line where beta x exceeds its threshold 20; the exact function has no threshold.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.POSITIVE;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("beta", beta, Interval.openClosed(0, 1e6), "β, how sharp it is"));
  }

  @Override
  public SoftplusBeta with(Map<String, Double> values) {
    return new SoftplusBeta(values.get("beta"));
  }

  @Override
  public double value(double x) {
    double z = beta * x;
    double rest = Logistic.sigmoid(z) * tail(x, z);
    return Double.isInfinite(z) ? Math.max(x, 0) : (Logistic.softplus(z) + rest) / beta;
  }

  @Override
  public double slope(double x) {
    double z = beta * x;
    double sigmoid = Logistic.sigmoid(z);
    return sigmoid + sigmoid * (Logistic.sigmoid(-z) * tail(x, z));
  }

  /** What rounding β x lost. */
  private double tail(double x, double z) {
    return Double.isInfinite(z) ? 0 : Math.fma(beta, x, -z);
  }
}
