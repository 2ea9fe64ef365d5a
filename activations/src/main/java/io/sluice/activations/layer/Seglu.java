package io.sluice.activations.layer;

import io.sluice.activations.Selu;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f = selu(a) b, where a is the first half of the units and b the second; the slope by a at a = 0
 * is that of selu.
 */
@Extension
public final class Seglu extends Gated {

  /** The preset. */
  public Seglu() {
    super(new Selu(), true);
  }

  @Override
  public String id() {
    return "seglu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated linear unit whose gate is a selu",
            "selu(a) * b, with a the first half of the units and b the second",
            "Common in programs")
        .sourceUnread();
  }
}
