package io.sluice.activations;

import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (1 - p) x σ(β (1 - p) x) + p x, a smooth leaky rectifier. Slopes by p and β as in {@link
 * Acon}.
 */
@Extension
public final class AconB extends Acon {

  /** The preset. */
  public AconB() {
    this(0.25, 1);
  }

  private AconB(double p, double beta) {
    super(1, p, beta, p2("p", p), beta(beta));
  }

  @Override
  public String id() {
    return "acon-b";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth maximum of x and p x",
            "(1 - p) * x * sigmoid(beta * (1 - p) * x) + p * x",
            "Ma, Zhang, Liu, Sun, arXiv 2009.04759")
        .note("The preset p = 0.25 is that of prelu; a tutorial uses 0.2.")
        .note("Unbounded on both sides, unless p is 0 or below.");
  }

  @Override
  public AconB with(Map<String, Double> values) {
    return new AconB(values.get("p"), values.get("beta"));
  }
}
