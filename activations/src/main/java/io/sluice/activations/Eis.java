package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.math.Power;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x ln(1 + e^x)^α / (√(β + γ x²) + δ e^(-θ x)), all five trained. With s = ln(1 + e^x), D
 * the denominator and R its root, f' = s^α / D · (1 + x (α σ(x) / s - (γ x / R - δ θ e^(-θ x)) /
 * D)); the slopes by α, β, γ, δ, θ are f ln s, -f / (2 R D), -f x² / (2 R D), -f e^(-θ x) / D and f
 * δ x e^(-θ x) / D.
 *
 * <p>The preset is like the paper's second member, x ln(1 + e^x) / √(1 + x²). A negative β + γ x²
 * counts as zero, so that training cannot leave the domain; where a negative δ brings the
 * denominator to zero there is a pole. -0 at negative infinity.
 *
 * @param alpha α, the power of softplus, trained
 * @param beta β, the constant below the root, trained
 * @param gamma γ, the factor of x² below the root, trained
 * @param delta δ, the factor of the exponential, trained
 * @param theta θ, how fast the exponential decays, trained
 */
@Extension
public record Eis(double alpha, double beta, double gamma, double delta, double theta)
    implements ActivationExtension, TrainableActivation {

  /** The preset. */
  public Eis() {
    this(1, 1, 1, 0, 1);
  }

  @Override
  public String id() {
    return "eis";
  }

  @Override
  public Description description() {
    return Description.of(
            "A quotient of softplus and a root",
            "x * softplus(x)^alpha / (sqrt(max(0, beta + gamma * x^2)) + delta * exp(-theta * x))",
            "Biswas, Kumar, Banerjee, Pandey, arXiv 2009.13501")
        .note(
            "The paper names three members of the family with other settings; the preset is close to the second.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(0, 10), "α, the power of softplus, trained"),
        Hyperparameter.real(
            "beta", beta, Interval.openClosed(0, 1e6), "β, the constant below the root, trained"),
        Hyperparameter.real(
            "gamma", gamma, Interval.closed(0, 1e6), "γ, the factor of x² below the root, trained"),
        Hyperparameter.real(
            "delta", delta, Interval.closed(0, 1e6), "δ, the factor of the exponential, trained"),
        Hyperparameter.real(
            "theta",
            theta,
            Interval.closed(0, 100),
            "θ, how fast the exponential decays, trained"));
  }

  @Override
  public Eis with(Map<String, Double> values) {
    return new Eis(
        values.get("alpha"),
        values.get("beta"),
        values.get("gamma"),
        values.get("delta"),
        values.get("theta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("alpha", "beta", "gamma", "delta", "theta");
  }

  @Override
  public Interval range() {
    boolean falls = alpha > 0 || (delta > 0 && theta > 0);
    double end = 1 / Math.sqrt(gamma);
    double lower = falls ? Extremes.least(this, -700, 0, 20000) : -end;
    return new Interval(lower, alpha > 0 ? Double.POSITIVE_INFINITY : end, falls, false);
  }

  @Override
  public double value(double x) {
    return value(x, start());
  }

  @Override
  public double slope(double x) {
    return slope(x, start());
  }

  private double[] start() {
    return new double[] {alpha, beta, gamma, delta, theta};
  }

  @Override
  public double value(double x, double[] p) {
    double value = Parts.of(x, p).value();
    return Far.isLost(value, x) ? Parts.of(Far.nearer(x), p).value() : value;
  }

  @Override
  public double slope(double x, double[] p) {
    double slope = Parts.of(x, p).slope();
    return Far.isLost(slope, x) ? Parts.of(Far.nearer(x), p).slope() : slope;
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    double slope = Parts.of(x, p).slopeBy(parameter);
    return Far.isLost(slope, x) ? Parts.of(Far.nearer(x), p).slopeBy(parameter) : slope;
  }

  /** Input and parameters, with what the functions have in common. */
  private record Parts(
      double x, double alpha, double beta, double gamma, double delta, double theta) {

    static Parts of(double x, double[] p) {
      return new Parts(x, p[0], p[1], p[2], p[3], p[4]);
    }

    double value() {
      return power() == 0 ? -0.0 : ratio() * power();
    }

    double slope() {
      if (power() == 0 || Double.isInfinite(under())) {
        return 0;
      }
      double softplus = Logistic.softplus(x);
      double gate = alpha * (softplus == 0 ? 1 : Logistic.sigmoid(x) / softplus);
      // 1 - γ x² / (R D) without cancellation.
      double rest = root() == 0 ? 1 : beta / root() / under() + part();
      double fall = theta * part();
      return power() / under() * (rest + x * (gate + fall));
    }

    double slopeBy(int parameter) {
      if (power() == 0) {
        return 0;
      }
      double f = value();
      switch (parameter) {
        case 0:
          // Far below zero softplus is e^x.
          return f * (x < -40 ? x : Logarithm.log(Logistic.softplus(x)));
        case 1:
          return root() == 0 ? 0 : -f / (2 * root() * under());
        case 2:
          return root() == 0 ? 0 : -f * ((x / root()) * (x / under())) / 2;
        case 3:
          double share = share();
          return f == 0 || share == 0 ? 0 : -f * share;
        default:
          double part = part();
          return part == 0 ? 0 : f * x * part;
      }
    }

    private double power() {
      double softplus = Logistic.softplus(x);
      return alpha == 1 ? softplus : Power.pow(softplus, alpha);
    }

    private double ratio() {
      double near = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
      return near / under();
    }

    private double under() {
      return delta == 0 ? root() : Math.fma(delta, decay(), root());
    }

    private double root() {
      double a = Math.min(Math.abs(x), Double.MAX_VALUE);
      if (a > 0x1p500 && gamma > 0) {
        return Math.sqrt(gamma) * a;
      }
      return Math.sqrt(Math.max(0, Math.fma(gamma * a, a, beta)));
    }

    private double decay() {
      return Exponential.exp(-theta * x);
    }

    /** What part of the denominator δ e^(-θ x) is. */
    private double part() {
      double e = decay();
      return delta == 0 ? Step.defined(x, 0) : Double.isInfinite(e) ? 1 : delta * (e / under());
    }

    /** What part of the denominator e^(-θ x) is, without its factor. */
    private double share() {
      double e = decay();
      return Double.isInfinite(e) && delta != 0 ? 1 / delta : e / under();
    }
  }
}
