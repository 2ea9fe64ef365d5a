package io.sluice.activations.layer;

import io.sluice.activations.Relu;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f = max(0, a) b, where a is the first half of the units and b the second; the slope by a is 0 at
 * a = 0.
 */
@Extension
public final class Reglu extends Gated {

  /** The preset. */
  public Reglu() {
    super(new Relu(), true);
  }

  @Override
  public String id() {
    return "reglu";
  }

  @Override
  public Description description() {
    return Description.of(
        "A gated linear unit whose gate is a rectifier",
        "relu(a) * b, with a the first half of the units and b the second",
        "Shazeer, arXiv 2002.05202");
  }
}
