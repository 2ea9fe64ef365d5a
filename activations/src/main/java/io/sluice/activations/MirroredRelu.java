package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = max(0, 1 - |x|); f' = 1 from -1 to 0, -1 from 0 to 1, else 0; at the kinks the left slope.
 */
@Extension
public record MirroredRelu() implements ActivationExtension {

  @Override
  public String id() {
    return "mirrored-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A tent over [-1, 1]", "max(0, 1 - abs(x))", "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {-1, 0, 1};
  }

  @Override
  public double value(double x) {
    return Math.max(0, 1 - Math.abs(x));
  }

  @Override
  public double slope(double x) {
    return x <= -1 || x > 1 ? 0 : x <= 0 ? 1 : Double.isNaN(x) ? x : -1;
  }
}
