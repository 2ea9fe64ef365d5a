package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = x - x³ = x (1 - x) (1 + x), which keeps its last places near its zeros; f' = 1 - 3 x². */
@Extension
public record NonMonotonicCubic() implements ActivationExtension {

  @Override
  public String id() {
    return "ncu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The non-monotonic cubic unit",
            "x - x^3",
            "Noel, Arunkumar, Trivedi, Dutta, arXiv 2108.12943")
        .aliases("non-monotonic-cubic");
  }

  @Override
  public double value(double x) {
    return x * ((1 - x) * (1 + x));
  }

  @Override
  public double slope(double x) {
    return Math.fma(-3 * x, x, 1);
  }
}
