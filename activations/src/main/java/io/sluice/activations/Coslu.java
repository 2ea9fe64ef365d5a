package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (x + a cos(b x)) σ(x), both trained; f' = (1 - a b sin(b x)) σ(x) + (x + a cos(b x)) σ(x)
 * σ(-x); the slopes by a and b are cos(b x) σ(x) and -a x sin(b x) σ(x).
 *
 * @param a height of the cosine, trained
 * @param b how fast the cosine oscillates, trained
 */
@Extension
public record Coslu(double a, double b) implements TwoParameters {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  /** The preset. */
  public Coslu() {
    this(1, 1);
  }

  @Override
  public String id() {
    return "coslu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated line with a trained cosine",
            "(x + a * cos(b * x)) * sigmoid(x)",
            "Pishchik, 2023, Trainable activations for image classification")
        .note(
            "Near zeros of the bracket, where terms cancel, a value is right to an absolute 1e-16.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(-100, 100), "height of the cosine, trained"),
        Hyperparameter.real(
            "b", b, Interval.closed(-100, 100), "how fast the cosine oscillates, trained"));
  }

  @Override
  public Coslu with(Map<String, Double> values) {
    return new Coslu(values.get("a"), values.get("b"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a", "b");
  }

  @Override
  public double value(double x) {
    return value(x, a, b);
  }

  @Override
  public double slope(double x) {
    return slope(x, a, b);
  }

  @Override
  public Interval range() {
    double from = -60 - Math.abs(a);
    double to = Math.abs(a) + 1;
    int steps = (int) (16 * (to - from) * (1 + Math.abs(b)));
    return Interval.atLeast(Extremes.least(this, from, to, steps));
  }

  @Override
  public double value(double x, double a, double b) {
    return x < -FAR ? -0.0 : Math.fma(a, Phase.cos(b, x), x) * Logistic.sigmoid(x);
  }

  @Override
  public double slope(double x, double a, double b) {
    if (x < -FAR) {
      return 0;
    }
    double e = Exponential.decay(x);
    double wave = Math.fma(a, Phase.cos(b, x), Math.max(-FAR, Math.min(FAR, x)));
    double rise = 1 - a * b * Phase.sin(b, x);
    return Logistic.sigmoid(x, e) * (rise + wave * Logistic.sigmoid(-x, e));
  }

  @Override
  public double slopeByFirst(double x, double a, double b) {
    return x < -FAR ? 0 : Phase.cos(b, x) * Logistic.sigmoid(x);
  }

  @Override
  public double slopeBySecond(double x, double a, double b) {
    return x < -FAR ? 0 : -a * Phase.sin(b, x) * x * Logistic.sigmoid(x);
  }
}
