package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = sgn(x) (e^|x| - 1), the inverse of symlog; f' = e^|x|. Overflows beyond 710. */
@Extension
public record Symexp() implements ActivationExtension {

  @Override
  public String id() {
    return "symexp";
  }

  @Override
  public Description description() {
    return Description.of(
            "The exponential with the sign of its input",
            "sign(x) * expm1(abs(x))",
            "Hafner, Pasukonis, Ba, Lillicrap, arXiv 2301.04104")
        .sourceUnread();
  }

  @Override
  public double value(double x) {
    return Math.copySign(Exponential.expm1(Math.abs(x)), x);
  }

  @Override
  public double slope(double x) {
    return Exponential.exp(Math.abs(x));
  }
}
