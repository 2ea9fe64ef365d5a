package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = e^(-x²); f' = -2 x e^(-x²). */
@Extension
public record UnitGaussian() implements GaussianForm {

  @Override
  public String id() {
    return "gaussian-1";
  }

  @Override
  public Description description() {
    return Description.of("The bell curve without the half", "exp(-x^2)", "");
  }

  @Override
  public Interval range() {
    return Interval.openClosed(0, 1);
  }

  @Override
  public double value(double x, double gaussian) {
    return gaussian;
  }

  @Override
  public double slope(double x, double gaussian) {
    return gaussian == 0 ? 0 : -2 * x * gaussian;
  }
}
