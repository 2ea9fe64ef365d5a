package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = cos x - x; f' = -1 - sin x = -(sin(x / 2) + cos(x / 2))², which does not cancel where the
 * sine is -1. NaN at the infinities.
 */
@Extension
public record CosMinusX() implements ActivationExtension {

  @Override
  public String id() {
    return "cos-minus-x";
  }

  @Override
  public Description description() {
    return Description.of(
            "The cosine less the line", "cos(x) - x", "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .aliases("cosid")
        .note("Near its zero, 0.739, where terms cancel, a value is right to an absolute 2e-16.")
        .sourceUnread();
  }

  @Override
  public double value(double x) {
    return Trigonometric.cos(x) - x;
  }

  @Override
  public double slope(double x) {
    double root = Trigonometric.sin(0.5 * x) + Trigonometric.cos(0.5 * x);
    return -root * root;
  }
}
