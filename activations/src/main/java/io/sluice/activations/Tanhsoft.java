package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = tanh(u) l with u = α x + β e^(γ x) and l = ln(δ + e^x); f' = sech² u (α + β γ e^(γ x)) l +
 * tanh(u) e^x / (δ + e^x). α, β and γ are trained, δ is not; for δ = 0 l is x. The slopes by α, β
 * and γ are sech² u l times x, e^(γ x) and β x e^(γ x).
 */
@Extension
public final class Tanhsoft extends TrainedPass {

  /** Beyond it e^x overflows; the gate has long been closed or open then. */
  private static final double HIGHEST = 709;

  /** No sum of two such numbers overflows. */
  private static final double LARGE = 1e300;

  private final double delta;

  /** The preset. */
  public Tanhsoft() {
    this(0, 0.6, 1, 0);
  }

  private Tanhsoft(double alpha, double beta, double gamma, double delta) {
    super(
        Pass.EXP,
        3,
        Hyperparameter.real("alpha", alpha, ANY, "factor of x in the tangent"),
        Hyperparameter.real("beta", beta, ANY, "factor of the exponential in the tangent"),
        Hyperparameter.real("gamma", gamma, ANY, "steepness of the exponential"),
        Hyperparameter.real("delta", delta, Interval.closed(0, 1e6), "added in the logarithm"));
    this.delta = delta;
  }

  @Override
  public String id() {
    return "tanhsoft";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic tangent times a logarithm, trained",
            "tanh(alpha * x + beta * exp(gamma * x)) * log(delta + exp(x))",
            "Biswas, Kumar, Banerjee, Pandey, arXiv 2009.03863")
        .note(
            "The preset alpha = 0, beta = 0.6, gamma = 1, delta = 0 is the paper's TanhSoft-2;"
                + " alpha = 0.87, beta = 0, delta = 1 is its TanhSoft-1.")
        .note(
            "Where alpha * x and beta * exp(gamma * x) cancel a value is right to an absolute 1e-16"
                + " or so.")
        .note(
            "Its range is given exactly for alpha = delta = 0 and for beta = 0 and delta = 1, else"
                + " as all numbers.");
  }

  /** Below zero both kinds fall to one extreme value; f goes with the signs of α or of β and γ. */
  @Override
  public Interval range() {
    double[] start = initialParameters();
    double alpha = start[0];
    double beta = start[1];
    double gamma = start[2];
    if (alpha == 0 && beta == 0) {
      return Interval.closed(0, 0);
    }
    if (alpha == 0 && delta == 0 && gamma != 0) {
      Tanhsoft upright = new Tanhsoft(0, Math.abs(beta), 1, 0);
      double low = -2 - Math.max(0, Logarithm.log(Math.abs(beta)));
      double least = Valley.least(upright::value, upright::slope, low, 0);
      return Valley.range(Math.signum(beta) * least / gamma, beta > 0 == gamma > 0);
    }
    if (beta == 0 && delta == 1) {
      Tanhsoft upright = new Tanhsoft(Math.abs(alpha), 0, 1, 1);
      double least = Valley.least(upright::value, upright::slope, -2, 0);
      return Valley.range(Math.signum(alpha) * least, alpha > 0);
    }
    return Interval.REALS;
  }

  @Override
  public Tanhsoft with(Map<String, Double> values) {
    return new Tanhsoft(
        values.get("alpha"), values.get("beta"), values.get("gamma"), values.get("delta"));
  }

  @Override
  double argument(double x, double[] p) {
    double near = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
    return Math.min(HIGHEST, p[2] * near);
  }

  @Override
  double value(double x, double[] p, double power) {
    double gate = Hyperbolic.tanh(inner(x, p, corrected(x, p, power)));
    // Where the gate is closed an infinite x gives zero, not NaN.
    return gate == 0 ? Math.signum(x) * gate : gate * outer(x);
  }

  @Override
  double slope(double x, double[] p, double power) {
    double exact = corrected(x, p, power);
    double u = inner(x, p, exact);
    double bell = Hyperbolic.sechSquared(u);
    double rise = bell == 0 ? 0 : bell * (p[0] + p[1] * p[2] * exact);
    return (rise == 0 ? 0 : rise * outer(x)) + Hyperbolic.tanh(u) * outerSlope(x);
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double power) {
    double exact = corrected(x, p, power);
    double bell = Hyperbolic.sechSquared(inner(x, p, exact));
    double part = parameter == 0 ? bell : bell * exact;
    if (part == 0) {
      return 0;
    }
    double slope = part * outer(x);
    return parameter == 0
        ? slope * x
        : parameter == 1 ? slope : p[1] == 0 ? Step.defined(x, 0) : p[1] * (slope * x);
  }

  private static double inner(double x, double[] p, double power) {
    double line = p[0] == 0 ? 0 : p[0] * x;
    return Math.max(-LARGE, Math.min(LARGE, line)) + p[1] * power;
  }

  /** l; where δ + e^x is close to 1, the logarithm of what is beyond it. */
  private double outer(double x) {
    if (delta == 0) {
      return x;
    }
    if (x > 0) {
      return x + Logarithm.log1p(delta * Exponential.decay(x));
    }
    double power = Exponential.exp(x);
    double sum = delta + power;
    return Math.abs(sum - 1) > 0.5 ? Logarithm.log(sum) : Logarithm.log1p(delta - 1 + power);
  }

  private double outerSlope(double x) {
    if (delta == 0) {
      return 1;
    }
    double decay = Exponential.decay(x);
    return x > 0 ? 1 / (1 + delta * decay) : decay / (delta + decay);
  }

  private double corrected(double x, double[] p, double power) {
    double argument = argument(x, p);
    return argument < HIGHEST ? power * (1 + Rounding.ofProduct(p[2], x, argument)) : power;
  }
}
