package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.math.InverseTrigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = 2 arctan(tanh(x / 2)); f' = 1 / cosh x. */
@Extension
public record Gudermannian() implements ActivationExtension {

  @Override
  public String id() {
    return "gudermannian";
  }

  @Override
  public Description description() {
    return Description.of("The Gudermannian function", "2 * atan(tanh(x / 2))", "");
  }

  @Override
  public Interval range() {
    return Interval.open(-1.5707963267948966, 1.5707963267948966);
  }

  @Override
  public double value(double x) {
    return 2 * InverseTrigonometric.atan(Hyperbolic.tanh(0.5 * x));
  }

  @Override
  public double slope(double x) {
    double e = Exponential.decay(x);
    return 2 * e / Math.fma(e, e, 1);
  }
}
