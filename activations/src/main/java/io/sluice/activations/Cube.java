package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = x³; f' = 3 x². */
@Extension
public record Cube() implements ActivationExtension {

  @Override
  public String id() {
    return "cube";
  }

  @Override
  public Description description() {
    return Description.of("The cube", "x^3", "");
  }

  @Override
  public double value(double x) {
    return x * x * x;
  }

  @Override
  public double slope(double x) {
    return 3 * x * x;
  }
}
