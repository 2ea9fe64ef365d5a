package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = β x σ(x), silu times β; f' = β σ(x) (1 + x σ(-x)). -0 with slope 0 at negative infinity,
 * infinite with slope β at infinity.
 */
@Extension
public final class ESwish extends OnePass {

  /** The least value of silu. */
  private static final double LEAST = -0.2784645427610738;

  private final double beta;

  /** The preset. */
  public ESwish() {
    this(1.735);
  }

  private ESwish(double beta) {
    this.beta = beta;
  }

  @Override
  public String id() {
    return "e-swish";
  }

  @Override
  public Description description() {
    return Description.of(
            "The sigmoid linear unit, stretched",
            "beta * x * sigmoid(x)",
            "Alcaide, arXiv 1801.07145")
        .note("The paper tries beta from 1 to 2; the preset 1.735 lies in that range.")
        .note(
            "The program ActTensor writes 1 - exp(-x) in the denominator, which has a pole at zero:"
                + " another function.");
  }

  @Override
  public Interval range() {
    return beta == 0 ? Interval.closed(0, 0) : Valley.range(beta * LEAST, beta > 0);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("beta", beta, Interval.closed(-1e6, 1e6), "slope far above zero"));
  }

  @Override
  public ESwish with(Map<String, Double> values) {
    return new ESwish(values.get("beta"));
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double decay) {
    // At infinity a β of zero gives 0, not NaN.
    double near = beta == 0 ? Math.min(x, Double.MAX_VALUE) : x;
    return beta * Swish.value(near, x, decay);
  }

  @Override
  double slope(double x, double decay) {
    return beta * Swish.slope(x, x, decay);
  }
}
