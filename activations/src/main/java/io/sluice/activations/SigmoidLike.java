package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Gaussian;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = erfc(-x / c) / 2 with c = 2.4020563531719796; f' = e^(-(x / c)²) / (c √π). What rounding x
 * / c loses is made good.
 */
@Extension
public record SigmoidLike() implements ActivationExtension {

  private static final double C = 2.4020563531719796;
  private static final double INVERSE_ROOT_OF_PI = 0.5641895835477563;

  @Override
  public String id() {
    return "sigmoid-like";
  }

  @Override
  public Description description() {
    return Description.of(
            "An error function fitted to the sigmoid",
            "0.5 * erf(x / 2.4020563531719796) + 0.5",
            "Novak and others, Neural Tangents, neural_tangents.stax, Sigmoid_like")
        .note(
            "The constant makes it the closest of its kind to the sigmoid on [-5, 5], in squares.");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public double value(double x) {
    double z = x / C;
    double rest = Double.isInfinite(x) ? 0 : Math.fma(-z, C, x) / C;
    return 0.5 * ErrorFunction.erfc(-z) + INVERSE_ROOT_OF_PI * (Gaussian.gaussian(z) * rest);
  }

  @Override
  public double slope(double x) {
    double z = x / C;
    double bell = Gaussian.gaussian(z);
    double rest = Double.isInfinite(x) ? 0 : Math.fma(-z, C, x) / C;
    return bell == 0 ? 0 : INVERSE_ROOT_OF_PI / C * (bell * (1 - 2 * z * rest));
  }
}
