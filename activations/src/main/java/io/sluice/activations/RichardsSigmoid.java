package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = (1 + e^(-β x))^(-α) = σ(β x)^α, Richards' curve; f' = α β f σ(-β x). With l = ln(1 + e^-|β
 * x|) it is e^(-α l) above zero and e^(α β x - α l) below, the exponent with what rounding it lost.
 *
 * @param alpha α, the power
 * @param beta β, the steepness
 */
@Extension
public record RichardsSigmoid(double alpha, double beta) implements ActivationExtension {

  /** It stands for infinity. */
  private static final double FAR = 1e300;

  /** The preset. */
  public RichardsSigmoid() {
    this(1, 0.5);
  }

  @Override
  public String id() {
    return "richards-sigmoid";
  }

  @Override
  public Description description() {
    return Description.of(
            "Richards' curve, a power of the logistic function",
            "(1 + exp(-beta * x))^(-alpha)",
            "Echo-AI, under the name aria2")
        .note(
            "It is what Echo-AI computes as aria2. The paper of ARiA, arXiv 1805.08878, "
                + "multiplies by x; see aria2.")
        .note(
            "The value is within 4 units in the last place for alpha up to 2; they grow "
                + "with alpha.");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.openClosed(0, 1e3), "power"),
        Hyperparameter.real("beta", beta, Interval.openClosed(0, 1e3), "steepness"));
  }

  @Override
  public RichardsSigmoid with(Map<String, Double> values) {
    return new RichardsSigmoid(values.get("alpha"), values.get("beta"));
  }

  @Override
  public double value(double x) {
    double t = angle(x);
    double lost = Math.abs(t) < FAR ? Math.fma(beta, x, -t) : 0;
    double line = t < 0 ? alpha * t : 0;
    double rest = t < 0 ? Math.fma(alpha, t, -line) + alpha * lost : 0;
    double bend = alpha * Logarithm.log1p(Exponential.decay(t));
    double exponent = line - bend;
    // What the difference lost; its terms have one sign, and either may be the greater.
    double back = exponent - line;
    rest += (line - (exponent - back)) - (bend + back);
    double power = Exponential.exp(exponent);
    return power == 0 ? 0 : Math.fma(power, rest, power);
  }

  @Override
  public double slope(double x) {
    double t = angle(x);
    double e = Exponential.decay(t);
    return alpha * beta * ((t < 0 ? 1 : e) / (1 + e)) * value(x);
  }

  private double angle(double x) {
    return Math.max(-FAR, Math.min(FAR, beta * x));
  }
}
