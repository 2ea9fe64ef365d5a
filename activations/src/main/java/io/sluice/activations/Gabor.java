package io.sluice.activations;

import io.sluice.math.Gaussian;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = e^(-x²) sin x; f' = e^(-x²) (cos x - 2 x sin x). 0 at the infinities. */
@Extension
public record Gabor() implements WaveForm {

  @Override
  public String id() {
    return "gabor";
  }

  @Override
  public Description description() {
    return Description.of(
        "A sine below a bell",
        "exp(-x^2) * sin(x)",
        "Novak and others, Neural Tangents, neural_tangents.stax, Gabor");
  }

  @Override
  public Interval range() {
    return Interval.closed(-0.39665296108547105, 0.39665296108547105);
  }

  @Override
  public double value(double x, double sine, double cosine) {
    double bell = Gaussian.gaussian(x);
    return bell == 0 ? 0 : bell * sine;
  }

  @Override
  public double slope(double x, double sine, double cosine) {
    double bell = Gaussian.gaussian(x);
    return bell == 0 ? 0 : bell * Math.fma(-2 * x, sine, cosine);
  }
}
