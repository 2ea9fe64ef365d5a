package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = min(max(0, x), 6); f' = 1 from zero to six, else 0. The slopes at the kinks are those from
 * the left, slope(0) = 0 and slope(6) = 1.
 */
@Extension
public record Relu6() implements ActivationExtension {

  @Override
  public String id() {
    return "relu6";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a ceiling",
            "min(max(0, x), 6)",
            "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10")
        .note("At 6 the slope is the one from the left, 1; in PyTorch it is 0.");
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 6);
  }

  @Override
  public double[] kinks() {
    return new double[] {0, 6};
  }

  @Override
  public double value(double x) {
    return Math.min(Math.max(0, x), 6);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 && x <= 6 ? 1 : 0);
  }
}
