package io.sluice.activations;

import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = sgn(x) ln(1 + |x|); f' = 1 / (1 + |x|). */
@Extension
public record Symlog() implements ActivationExtension {

  @Override
  public String id() {
    return "symlog";
  }

  @Override
  public Description description() {
    return Description.of(
            "The logarithm with the sign of its input",
            "sign(x) * log1p(abs(x))",
            "Hafner, Pasukonis, Ba, Lillicrap, arXiv 2301.04104")
        .sourceUnread();
  }

  @Override
  public double value(double x) {
    return Math.copySign(Logarithm.log1p(Math.abs(x)), x);
  }

  @Override
  public double slope(double x) {
    return 1 / (1 + Math.abs(x));
  }
}
