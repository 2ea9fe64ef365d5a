package io.sluice.activations.layer;

import io.sluice.activations.Sigmoid;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f = a σ(b), where a is the first half of the units and b the second. */
@Extension
public final class Glu extends Gated {

  /** The preset. */
  public Glu() {
    super(new Sigmoid(), false);
  }

  @Override
  public String id() {
    return "glu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated linear unit: half of the units, multiplied by the sigmoids of the others",
            "a * sigmoid(b), with a the first half of the units and b the second",
            "Dauphin, Fan, Auli, Grangier, arXiv 1612.08083")
        .note(
            "The gate is the second half here, as in PyTorch and JAX; in reglu, geglu and swiglu it is the first.");
  }
}
