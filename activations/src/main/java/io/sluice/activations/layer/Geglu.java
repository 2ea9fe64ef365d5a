package io.sluice.activations.layer;

import io.sluice.activations.Gelu;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f = a Φ(a) b, where a is the first half of the units and b the second. */
@Extension
public final class Geglu extends Gated {

  /** The preset. */
  public Geglu() {
    super(new Gelu(), true);
  }

  @Override
  public String id() {
    return "geglu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated linear unit whose gate is a gelu",
            "gelu(a) * b, with a the first half of the units and b the second",
            "Shazeer, arXiv 2002.05202")
        .note("The gelu is the exact one.");
  }
}
