package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = sin x / x, and 1 at 0; f' = (cos x - sin x / x) / x, near zero by its series, where these
 * two cancel. Both are 0 at the infinities. This is the sinc of mathematics; that of signal
 * processing has π x for x.
 */
@Extension
public record Sinc() implements WaveForm {

  /** 2 k / (2 k + 1)!, with alternating signs: the slope divided by -x, in x². */
  private static final double[] SERIES = {
    1 / 3.0,
    -1 / 30.0,
    1 / 840.0,
    -1 / 45360.0,
    1 / 3991680.0,
    -1 / 518918400.0,
    1 / 93405312000.0,
    -1 / 22230464256000.0
  };

  @Override
  public String id() {
    return "sinc";
  }

  @Override
  public Description description() {
    return Description.of("The cardinal sine", "sinc(x)", "")
        .note("PyTorch, NumPy and JAX mean sin(pi x) / (pi x) by sinc.");
  }

  @Override
  public Interval range() {
    return Interval.closed(-0.21723362821122166, 1);
  }

  @Override
  public double value(double x, double sine, double cosine) {
    return Double.isInfinite(x) ? 0 : x == 0 ? 1 : sine / x;
  }

  @Override
  public double slope(double x, double sine, double cosine) {
    if (Math.abs(x) < 1) {
      return -x * Polynomial.value(SERIES, x * x);
    }
    return Double.isInfinite(x) ? 0 : (cosine - sine / x) / x;
  }
}
