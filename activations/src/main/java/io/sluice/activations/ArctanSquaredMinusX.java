package io.sluice.activations;

import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = arctan² x - x; f' = 2 arctan(x) / (1 + x²) - 1, always below zero. */
@Extension
public record ArctanSquaredMinusX() implements ArctanForm {

  @Override
  public String id() {
    return "arctan-squared-minus-x";
  }

  @Override
  public Description description() {
    return Description.of(
            "The square of the arctangent less the line",
            "atan(x)^2 - x",
            "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .sourceUnread();
  }

  @Override
  public double value(double x, double arctan) {
    return Math.fma(arctan, arctan, -x);
  }

  @Override
  public double slope(double x, double arctan) {
    return 2 * arctan / Math.fma(x, x, 1) - 1;
  }
}
