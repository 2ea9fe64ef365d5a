package io.sluice.activations;

import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = x cos x; f' = cos x - x sin x, unbounded. NaN at the infinities. */
@Extension
public record GrowingCosine() implements WaveForm {

  @Override
  public String id() {
    return "gcu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The growing cosine unit",
            "x * cos(x)",
            "Noel, Arunkumar, Trivedi, Dutta, arXiv 2108.12943")
        .note(
            "Neither the values nor the slopes are bounded: a weight range cannot be derived from its range.");
  }

  @Override
  public double value(double x, double sine, double cosine) {
    return x * cosine;
  }

  @Override
  public double slope(double x, double sine, double cosine) {
    return Math.fma(-x, sine, cosine);
  }
}
