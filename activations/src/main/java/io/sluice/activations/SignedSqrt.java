package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = sgn(x) √|x|; f' = 1 / (2 √|x|), infinite at zero. */
@Extension
public record SignedSqrt() implements ActivationExtension {

  @Override
  public String id() {
    return "signed-sqrt";
  }

  @Override
  public Description description() {
    return Description.of(
            "The square root with the sign of its input",
            "sign(x) * sqrt(abs(x))",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return Math.copySign(Math.sqrt(Math.abs(x)), x);
  }

  @Override
  public double slope(double x) {
    return 0.5 / Math.sqrt(Math.abs(x));
  }
}
