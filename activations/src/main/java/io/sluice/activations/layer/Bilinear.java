package io.sluice.activations.layer;

import io.sluice.activations.Identity;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f = a b, where a is the first half of the units and b the second. */
@Extension
public final class Bilinear extends Gated {

  /** The preset. */
  public Bilinear() {
    super(new Identity(), true);
  }

  @Override
  public String id() {
    return "bilinear";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated linear unit whose gate is linear: the product of two halves",
            "a * b, with a the first half of the units and b the second",
            "Mnih, Hinton 2007, and Shazeer, arXiv 2002.05202")
        .aliases("simple-gate")
        .sourceUnread();
  }
}
