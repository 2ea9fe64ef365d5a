package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = max(0, x)²; f' = 2 max(0, x), without a kink. It overflows from 1.3e154 on. */
@Extension
public record SquaredRelu() implements ActivationExtension {

  @Override
  public String id() {
    return "squared-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The square of the rectifier",
            "max(0, x)^2",
            "So, Manke, Liu, Dai, Shazeer, Le, arXiv 2109.08668")
        .note("Its slope has no bound: large sums explode.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double value(double x) {
    double positive = Math.max(0, x);
    return positive * positive;
  }

  @Override
  public double slope(double x) {
    return 2 * Math.max(0, x);
  }
}
