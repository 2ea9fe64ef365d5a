package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x (1 + e^(-β x))^-α, x times Richards' curve; f' = (1 + e^(-β x))^-α (1 + α z σ(-z)) with
 * z = β x. For α and β above zero -0 with slope 0 at negative infinity, slope 1 at infinity.
 */
@Extension
public final class Aria2 extends OnePass {

  /** With a smaller exponent the least value is no double. */
  private static final double LEAST = 1e-300;

  /** Stands for infinity where that would give NaN. */
  private static final double FAR = Double.MAX_VALUE;

  private final double alpha;
  private final double beta;

  /** The preset. */
  public Aria2() {
    this(1.5, 2);
  }

  private Aria2(double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
  }

  @Override
  public String id() {
    return "aria2";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line weighted by Richards' curve",
            "x * (1 + exp(-beta * x))^(-alpha)",
            "Patwardhan, Ingalhalikar, Walambe, arXiv 1805.08878")
        .note("For alpha = 1 it is x * sigmoid(beta * x), that is acon-a.")
        .note("Some lists omit the factor x; then it is Richards' curve alone.");
  }

  /** For positive α and β, z = β x and β f has one least value, where 1 + α z σ(-z) = 0. */
  @Override
  public Interval range() {
    if (!(alpha >= LEAST) || beta == 0) {
      return Interval.REALS;
    }
    Aria2 upright = new Aria2(alpha, 1);
    double least = Valley.least(upright::value, upright::slope, -2 / alpha, 0);
    return Valley.range(least / beta, beta > 0);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closed(-1e3, 1e3), "exponent of the curve"),
        Hyperparameter.real("beta", beta, Interval.closed(-1e6, 1e6), "steepness of the curve"));
  }

  @Override
  public Aria2 with(Map<String, Double> values) {
    return new Aria2(values.get("alpha"), values.get("beta"));
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double argument(double x) {
    return Math.max(-FAR, Math.min(FAR, beta * Math.max(-FAR, Math.min(x, FAR))));
  }

  @Override
  double value(double x, double decay) {
    double z = argument(x);
    double lost = Rounding.ofProduct(beta, x, z);
    double corrected = Rounding.corrected(decay, z, lost);
    double near = Math.max(-FAR, Math.min(FAR, x));
    double curve = RichardsCurve.value(z, lost, 1, alpha, corrected);
    return Faint.is(curve) ? RichardsCurve.times(near, z, lost, 1, alpha, corrected) : x * curve;
  }

  @Override
  double slope(double x, double decay) {
    double z = argument(x);
    double curve = curve(x, decay);
    return curve == 0 ? 0 : curve * (1 + alpha * (z * RichardsCurve.share(z, 1, decay)));
  }

  private double curve(double x, double decay) {
    double z = argument(x);
    double lost = Rounding.ofProduct(beta, x, z);
    double corrected = Rounding.corrected(decay, z, lost);
    return RichardsCurve.value(z, lost, 1, alpha, corrected);
  }
}
