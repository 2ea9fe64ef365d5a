package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = sin x; f' = cos x. Accurate for huge x too; NaN at the infinities. */
@Extension
public record Sine() implements ActivationExtension {

  @Override
  public String id() {
    return "sin";
  }

  @Override
  public Description description() {
    return Description.of("The sine", "sin(x)", "");
  }

  @Override
  public Interval range() {
    return Interval.closed(-1, 1);
  }

  @Override
  public double value(double x) {
    return Trigonometric.sin(x);
  }

  @Override
  public double slope(double x) {
    return Trigonometric.cos(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Trigonometric.sins(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Trigonometric.sinsAndCosines(x, y, slope, from, to);
  }
}
