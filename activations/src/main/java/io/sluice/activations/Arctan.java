package io.sluice.activations;

import io.sluice.math.InverseTrigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = atan x; f' = 1 / (1 + x²). */
@Extension
public record Arctan() implements ActivationExtension {

  private static final double HALF_PI = 1.5707963267948966;

  @Override
  public String id() {
    return "arctan";
  }

  @Override
  public Description description() {
    return Description.of("The inverse tangent, which saturates slowly", "atan(x)", "");
  }

  @Override
  public Interval range() {
    return Interval.open(-HALF_PI, HALF_PI);
  }

  @Override
  public double value(double x) {
    return InverseTrigonometric.atan(x);
  }

  @Override
  public double slope(double x) {
    return 1 / (1 + x * x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    InverseTrigonometric.atans(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    slopes(x, slope, from, to);
    values(x, y, from, to);
  }

  private static void slopes(double[] x, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      slope[i] = 1 / (1 + x[i] * x[i]);
    }
  }
}
