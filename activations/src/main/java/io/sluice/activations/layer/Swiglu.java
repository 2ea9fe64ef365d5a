package io.sluice.activations.layer;

import io.sluice.activations.Silu;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f = a σ(a) b, where a is the first half of the units and b the second. */
@Extension
public final class Swiglu extends Gated {

  /** The preset. */
  public Swiglu() {
    super(new Silu(), true);
  }

  @Override
  public String id() {
    return "swiglu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated linear unit whose gate is a silu",
            "silu(a) * b, with a the first half of the units and b the second",
            "Shazeer, arXiv 2002.05202")
        .note("The paper has a trained factor in the gate, which it sets to 1, as is done here.");
  }
}
