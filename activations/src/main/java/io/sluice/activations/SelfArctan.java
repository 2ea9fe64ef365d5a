package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x arctan x; f' = arctan x + x / (1 + x²). */
@Extension
public record SelfArctan() implements ArctanForm {

  @Override
  public String id() {
    return "self-arctan";
  }

  @Override
  public Description description() {
    return Description.of(
            "The line times its arctangent", "x * atan(x)", "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double value(double x, double arctan) {
    return x * arctan;
  }

  @Override
  public double slope(double x, double arctan) {
    return arctan + (Math.abs(x) > 1 ? 1 / (x + 1 / x) : x / Math.fma(x, x, 1));
  }
}
