package io.sluice.activations;

import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x² ln |x|, and 0 at 0; f' = x (2 ln |x| + 1). */
@Extension
public record ThinPlate() implements ActivationExtension {

  @Override
  public String id() {
    return "thin-plate";
  }

  @Override
  public Description description() {
    return Description.of(
            "The thin-plate spline",
            "x^2 * log(abs(x)) if abs(x) > 0 else 0",
            "Duchon, 1977; Bookstein, 1989")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.18393972058572117);
  }

  @Override
  public double value(double x) {
    return x == 0 ? 0 : x * x * Logarithm.log(Math.abs(x));
  }

  @Override
  public double slope(double x) {
    return x == 0 ? 0 : x * Math.fma(2, Logarithm.log(Math.abs(x)), 1);
  }
}
