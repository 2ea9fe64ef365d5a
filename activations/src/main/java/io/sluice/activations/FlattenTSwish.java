package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x σ(x) + T from zero on, else T; f' = σ(x) (1 + x σ(-x)) above zero, else 0, so slope(0) =
 * 0, from the left; from the right it is 1/2.
 */
@Extension
public final class FlattenTSwish extends OnePass {

  private final double t;

  /** The preset. */
  public FlattenTSwish() {
    this(-0.2);
  }

  private FlattenTSwish(double t) {
    this.t = t;
  }

  @Override
  public String id() {
    return "flatten-t-swish";
  }

  @Override
  public Description description() {
    return Description.of(
            "The sigmoid linear unit above zero, flat below, shifted",
            "x * sigmoid(x) + t if x >= 0 else t",
            "Chieng, Wahid, Ong, Perla, arXiv 1812.06247")
        .note("The preset t = -0.2 is what the paper found best.")
        .note(
            "Near its zero, where x * sigmoid(x) and t cancel, a value is right to an absolute 1e-16.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(t);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("t", t, Interval.closed(-1e6, 1e6), "the least value"));
  }

  @Override
  public FlattenTSwish with(Map<String, Double> values) {
    return new FlattenTSwish(values.get("t"));
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double decay) {
    return x < 0 ? t : Swish.value(x, x, decay) + t;
  }

  @Override
  double slope(double x, double decay) {
    return x <= 0 ? 0 : Swish.slope(x, x, decay);
  }
}
