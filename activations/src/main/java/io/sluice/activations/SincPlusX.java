package io.sluice.activations;

import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = sin(x) / x + x; f' is that of sinc and 1. */
@Extension
public record SincPlusX() implements WaveForm {

  private static final Sinc SINC = new Sinc();

  @Override
  public String id() {
    return "sinc-plus-x";
  }

  @Override
  public Description description() {
    return Description.of(
            "The cardinal sine with a line",
            "sinc(x) + x",
            "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .note("Near its zero, -0.877, where terms cancel, a value is right to an absolute 2e-16.")
        .sourceUnread();
  }

  @Override
  public double value(double x, double sine, double cosine) {
    return SINC.value(x, sine, cosine) + x;
  }

  @Override
  public double slope(double x, double sine, double cosine) {
    return SINC.slope(x, sine, cosine) + 1;
  }
}
