package io.sluice.activations;

import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/** f(x) = (p1 - p2) x σ(β (p1 - p2) x) + p2 x, with slopes by p1, p2 and β as in {@link Acon}. */
@Extension
public final class AconC extends Acon {

  /** The preset. */
  public AconC() {
    this(1, 0, 1);
  }

  private AconC(double p1, double p2, double beta) {
    super(p1, p2, beta, p1(p1), p2("p2", p2), beta(beta));
  }

  @Override
  public String id() {
    return "acon-c";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth maximum of p1 x and p2 x",
            "(p1 - p2) * x * sigmoid(beta * (p1 - p2) * x) + p2 * x",
            "Ma, Zhang, Liu, Sun, arXiv 2009.04759")
        .note(
            "With the preset p1 = 1, p2 = 0, beta = 1 it starts as silu; the authors' program draws"
                + " p1 and p2 from a normal distribution instead.")
        .note("Its slope lies between 1.0998 p2 - 0.0998 p1 and 1.0998 p1 - 0.0998 p2, if p1 > p2.")
        .note("Unbounded on both sides, unless p1 and p2 have different signs or one is zero.")
        .note("Where the two lines cancel a value is right to a relative 1e-14.");
  }

  @Override
  public AconC with(Map<String, Double> values) {
    return new AconC(values.get("p1"), values.get("p2"), values.get("beta"));
  }
}
