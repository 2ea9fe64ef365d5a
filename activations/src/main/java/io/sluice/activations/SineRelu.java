package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else ε (sin x - cos x) = √2 ε sin(x - π / 4); f' = 1 above, else √2 ε cos(x
 * - π / 4), so slope(0) = ε. At zero the values jump from -ε to 0. NaN at negative infinity.
 *
 * @param epsilon ε, how high the wave is
 */
@Extension
public record SineRelu(double epsilon) implements ActivationExtension {

  /** sin x - cos x is its value at -x, negated. */
  private static final SinPlusCos WAVE = new SinPlusCos();

  /** The preset. */
  public SineRelu() {
    this(0.0025);
  }

  @Override
  public String id() {
    return "sine-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a small wave below zero",
            "x if x > 0 else epsilon * (sin(x) - cos(x))",
            "Rodrigues, 2018, SineReLU, keras-contrib")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(epsilon * WAVE.range().lower());
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "epsilon", epsilon, Interval.openClosed(0, 1e6), "ε, how high the wave is"));
  }

  @Override
  public SineRelu with(Map<String, Double> values) {
    return new SineRelu(values.get("epsilon"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : -epsilon * WAVE.value(-x);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : epsilon * WAVE.slope(-x);
  }
}
