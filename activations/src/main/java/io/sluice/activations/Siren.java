package io.sluice.activations;

import io.sluice.math.ProductAngle;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = sin(ω x); f' = ω cos(ω x). What rounding ω x loses is made good, so a large ω keeps its
 * last places. NaN at the infinities.
 *
 * @param omega ω, how fast it oscillates
 */
@Extension
public record Siren(double omega) implements ActivationExtension {

  /** The preset. */
  public Siren() {
    this(30);
  }

  @Override
  public String id() {
    return "siren";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sine of high frequency",
            "sin(omega * x)",
            "Sitzmann, Martel, Bergman, Lindell, Wetzstein, arXiv 2006.09661")
        .note(
            "The paper multiplies by 30 in every layer and draws the weights accordingly; another initialisation needs another omega.");
  }

  @Override
  public Interval range() {
    return Interval.closed(-1, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "omega", omega, Interval.openClosed(0, 1e6), "ω, how fast it oscillates"));
  }

  @Override
  public Siren with(Map<String, Double> values) {
    return new Siren(values.get("omega"));
  }

  @Override
  public double value(double x) {
    return ProductAngle.sin(omega, x);
  }

  @Override
  public double slope(double x) {
    return omega * ProductAngle.cos(omega, x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Arrays.fill(y, from, to, omega);
    ProductAngle.sins(y, x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double rate = omega;
    Arrays.fill(y, from, to, rate);
    ProductAngle.sinsAndCosines(y, x, y, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = rate * slope[i];
    }
  }
}
