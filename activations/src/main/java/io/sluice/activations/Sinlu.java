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
 * f(x) = (x + a sin(b x)) σ(x); f' = (1 + a b cos(b x)) σ(x) + (x + a sin(b x)) σ(x) σ(-x); the
 * slope by a is sin(b x) σ(x), that by b is a x cos(b x) σ(x). Its values fall to -0 at negative
 * infinity where the sine is cut off with the gate; NaN at infinity.
 *
 * @param a height of the sine, trained
 * @param b how fast the sine oscillates, trained
 */
@Extension
public record Sinlu(double a, double b) implements TwoParameters {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  /** The preset. */
  public Sinlu() {
    this(1, 1);
  }

  @Override
  public String id() {
    return "sinlu";
  }

  @Override
  public Description description() {
    return Description.of(
        "A gated line with a trained sine",
        "(x + a * sin(b * x)) * sigmoid(x)",
        "Paul, Bandyopadhyay, Yoon, Geem, Sarkar, Mathematics 10, 2022");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(-100, 100), "height of the sine, trained"),
        Hyperparameter.real(
            "b", b, Interval.closed(-100, 100), "how fast the sine oscillates, trained"));
  }

  @Override
  public Sinlu with(Map<String, Double> values) {
    return new Sinlu(values.get("a"), values.get("b"));
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
    return x < -FAR ? -0.0 : Math.fma(a, Phase.sin(b, x), x) * Logistic.sigmoid(x);
  }

  @Override
  public double slope(double x, double a, double b) {
    if (x < -FAR) {
      return 0;
    }
    double e = Exponential.decay(x);
    double wave = Math.fma(a, Phase.sin(b, x), Math.max(-FAR, Math.min(FAR, x)));
    double rise = 1 + a * b * Phase.cos(b, x);
    return Logistic.sigmoid(x, e) * (rise + wave * Logistic.sigmoid(-x, e));
  }

  @Override
  public double slopeByFirst(double x, double a, double b) {
    return x < -FAR ? 0 : Phase.sin(b, x) * Logistic.sigmoid(x);
  }

  @Override
  public double slopeBySecond(double x, double a, double b) {
    return x < -FAR ? 0 : a * Phase.cos(b, x) * x * Logistic.sigmoid(x);
  }
}
