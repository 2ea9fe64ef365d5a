package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x + 1 above zero, else e^x; f' = 1 above, else e^x; smooth. Linear attention takes it as
 * its feature map.
 */
@Extension
public record EluPlusOne() implements DecayForm {

  @Override
  public String id() {
    return "elu-plus-one";
  }

  @Override
  public Description description() {
    return Description.of(
            "The exponential linear unit moved above zero",
            "x + 1 if x > 0 else exp(x)",
            "Katharopoulos, Vyas, Pappas, Fleuret, arXiv 2006.16236")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.POSITIVE;
  }

  @Override
  public double value(double x, double e) {
    return x > 0 ? x + 1 : e;
  }

  @Override
  public double slope(double x, double e) {
    return x > 0 ? 1 : e;
  }
}
