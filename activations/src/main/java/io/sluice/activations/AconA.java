package io.sluice.activations;

import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x σ(β x), swish with a steepness; silu for the preset β = 1. Bounded on one side, x / 2
 * for β = 0. The slope by β is x² σ(β x) σ(-β x).
 */
@Extension
public final class AconA extends Acon {

  /** The preset. */
  public AconA() {
    this(1);
  }

  private AconA(double beta) {
    super(1, 0, beta, beta(beta));
  }

  @Override
  public String id() {
    return "acon-a";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth maximum of x and 0",
            "x * sigmoid(beta * x)",
            "Ma, Zhang, Liu, Sun, arXiv 2009.04759")
        .aliases("swish-beta")
        .note(
            "Swish with a trained beta, Ramachandran, Zoph, Le, arXiv 1710.05941, is the same"
                + " function; a program's swish mostly has beta = 1, which is silu.")
        .note("The preset beta = 1 is where swish starts.");
  }

  @Override
  public AconA with(Map<String, Double> values) {
    return new AconA(values.get("beta"));
  }
}
