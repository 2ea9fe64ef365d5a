package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = √2 sin(√(2 γ) x + π / 4) = sin z + cos z with z = √(2 γ) x; f' = √2 √(2 γ) cos(z + π / 4).
 * The angle is carried in two numbers. A network of one infinitely wide layer of it has the squared
 * exponential kernel. NaN at the infinities.
 *
 * @param gamma γ, how narrow the kernel is
 */
@Extension
public record Rbf(double gamma) implements ActivationExtension {

  private static final double ROOT_OF_TWO = 1.4142135623730951;
  private static final double QUARTER_PI = 0.7853981633974483;
  private static final double QUARTER_PI_LOW = 3.061616997868383e-17;

  /** The preset. */
  public Rbf() {
    this(1);
  }

  @Override
  public String id() {
    return "rbf";
  }

  @Override
  public Description description() {
    return Description.of(
        "The sine whose kernel is the squared exponential",
        "sqrt(2) * sin(sqrt(2 * gamma) * x + pi / 4)",
        "Novak and others, Neural Tangents, neural_tangents.stax, Rbf");
  }

  @Override
  public Interval range() {
    return Interval.closed(-ROOT_OF_TWO, ROOT_OF_TWO);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "gamma", gamma, Interval.openClosed(0, 1e6), "γ, how narrow the kernel is"));
  }

  @Override
  public Rbf with(Map<String, Double> values) {
    return new Rbf(values.get("gamma"));
  }

  @Override
  public double value(double x) {
    return Math.abs(rate() * x) <= Double.MAX_VALUE ? wave(x, false) : x - x;
  }

  @Override
  public double slope(double x) {
    return Math.abs(rate() * x) <= Double.MAX_VALUE ? rate() * wave(x, true) : x - x;
  }

  private double rate() {
    return Math.sqrt(2 * gamma);
  }

  /** √2 times the sine or cosine of √(2 γ) x + π / 4. */
  private double wave(double x, boolean cosine) {
    double rate = rate();
    double rateLost = Math.fma(-rate, rate, 2 * gamma) / (2 * rate);
    double product = rate * x;
    double productLost = Math.fma(rate, x, -product) + rateLost * x;
    double angle = product + QUARTER_PI;
    double back = angle - product;
    double lost = (product - (angle - back)) + (QUARTER_PI - back);
    double tail = lost + productLost + QUARTER_PI_LOW;
    return ROOT_OF_TWO * (cosine ? Phase.cosOfSum(angle, tail) : Phase.sinOfSum(angle, tail));
  }
}
