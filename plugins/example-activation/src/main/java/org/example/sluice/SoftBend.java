package org.example.sluice;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * Soft bend: {@code f(x) = (sqrt(x² + 1) − 1)/2 + x}, {@code f'(x) = x/(2 sqrt(x² + 1)) + 1}.
 * Smooth, onto all reals, with slopes between 1/2 and 3/2. The value is computed as {@code x +
 * x²/(2 (sqrt(x² + 1) + 1))}, which is the same and keeps its digits near 0.
 */
@Extension
public final class SoftBend implements ActivationExtension {
  public String id() {
    return "soft-bend";
  }

  public Description description() {
    return Description.of("A line with a bend at 0", "(sqrt(x^2 + 1) - 1)/2 + x", "");
  }

  public double value(double x) {
    return x + x * (x / (2 * (StrictMath.hypot(x, 1) + 1)));
  }

  public double slope(double x) {
    return x / (2 * StrictMath.hypot(x, 1)) + 1;
  }
}
