package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = α x / (β + |x|), both trained; f' = α β / (β + |x|)²; the slopes by α and β are x / (β +
 * |x|) and -α x / (β + |x|)². A negative β, which training may reach, gives poles.
 *
 * @param alpha α, the height, trained
 * @param beta β, the width, trained
 */
@Extension
public record ScaledSoftSign(double alpha, double beta) implements TwoParameters {

  /** The preset. */
  public ScaledSoftSign() {
    this(1, 1);
  }

  @Override
  public String id() {
    return "scaled-soft-sign";
  }

  @Override
  public Description description() {
    return Description.of(
            "A softsign of trained height and width",
            "alpha * x / (beta + abs(x))",
            "Pishchik, 2023, Trainable activations for image classification")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closed(-1e6, 1e6), "α, the height, trained"),
        Hyperparameter.real("beta", beta, Interval.openClosed(0, 1e6), "β, the width, trained"));
  }

  @Override
  public ScaledSoftSign with(Map<String, Double> values) {
    return new ScaledSoftSign(values.get("alpha"), values.get("beta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("alpha", "beta");
  }

  @Override
  public double value(double x) {
    return value(x, alpha, beta);
  }

  @Override
  public double slope(double x) {
    return slope(x, alpha, beta);
  }

  @Override
  public Interval range() {
    return alpha == 0 ? Interval.closed(0, 0) : Interval.open(-Math.abs(alpha), Math.abs(alpha));
  }

  @Override
  public double value(double x, double alpha, double beta) {
    return alpha * share(x, beta);
  }

  @Override
  public double slope(double x, double alpha, double beta) {
    double under = beta + Math.abs(x);
    return alpha / under * (beta / under);
  }

  @Override
  public double slopeByFirst(double x, double alpha, double beta) {
    return share(x, beta);
  }

  @Override
  public double slopeBySecond(double x, double alpha, double beta) {
    return -(alpha * share(x, beta)) / (beta + Math.abs(x));
  }

  private static double share(double x, double beta) {
    double a = Math.abs(x);
    return a == 0 ? x : Double.isInfinite(a) ? Math.signum(x) : x / (beta + a);
  }
}
