package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = -x e^(-x² / 2), the slope of the bell; f' = (x² - 1) e^(-x² / 2). */
@Extension
public record GaussianSlope() implements BellForm {

  /** Beyond it the value is zero. */
  private static final double FAR = 40;

  @Override
  public String id() {
    return "dog";
  }

  @Override
  public Description description() {
    return Description.of(
            "The derivative of the Gaussian",
            "-x * exp(-x^2 / 2)",
            "Bozorgasl and Chen, arXiv 2405.12832")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(-0.6065306597126334, 0.6065306597126334);
  }

  @Override
  public double value(double x, double bell) {
    return Faint.is(bell) ? Math.abs(x) > FAR ? 0 : Faint.bell(-x, x) : -x * bell;
  }

  @Override
  public double slope(double x, double bell) {
    return bell == 0 ? 0 : (x - 1) * (x + 1) * bell;
  }
}
