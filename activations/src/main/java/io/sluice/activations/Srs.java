package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x / (x / α + e^(-x / β)), soft-root-sign; f' = (1 + x / β) e^(-x / β) / (x / α + e^(-x /
 * β))². With z = x / β, below zero both are written in terms of e^z, which cannot overflow. The
 * slopes by α and β are (f / α)² and -z² e^-z / (x / α + e^-z)². For positive α and β it is least
 * at x = -β, goes to -0 at negative infinity and to α at infinity.
 *
 * <p>From β = e α on the denominator has zeros: there the function has poles, and its range is
 * given as all numbers.
 */
@Extension
public final class Srs extends TrainedPass {

  /** Beyond it e^-|z| is zero. */
  private static final double FAR = 1000;

  /** The preset. */
  public Srs() {
    this(5, 3);
  }

  private Srs(double alpha, double beta) {
    super(
        Pass.DECAY,
        Hyperparameter.real("alpha", alpha, Interval.POSITIVE, "where it saturates above"),
        Hyperparameter.real("beta", beta, Interval.POSITIVE, "where it is least: at -beta"));
  }

  @Override
  public String id() {
    return "srs";
  }

  @Override
  public Description description() {
    return Description.of(
            "Soft-root-sign: bounded, with a dip below zero, both trained",
            "x / (x / alpha + exp(-x / beta))",
            "Zhou, Li, Huo, Kung: Soft-root-sign, 2020")
        .sourceUnread()
        .note("The presets alpha = 5 and beta = 3 are the ones most programs start from.")
        .note("Where training takes beta to e alpha or beyond, the function has poles below zero.");
  }

  @Override
  public Interval range() {
    double alpha = initialParameters()[0];
    double beta = initialParameters()[1];
    double under = beta - alpha * Math.E;
    return under < 0 ? Interval.closedOpen(beta / (beta / alpha - Math.E), alpha) : Interval.REALS;
  }

  @Override
  public Srs with(Map<String, Double> values) {
    return new Srs(values.get("alpha"), values.get("beta"));
  }

  @Override
  double argument(double x, double[] p) {
    return z(x, p);
  }

  private static double z(double x, double[] p) {
    return Math.max(-FAR, Math.min(FAR, x / p[1]));
  }

  @Override
  double value(double x, double[] p, double decay) {
    double z = z(x, p);
    double exact = corrected(x, p, z, decay);
    if (z < 0) {
      double near = exact == 0 ? Math.signum(x) : x;
      return near * exact / (1 + near * exact / p[0]);
    }
    return Double.isInfinite(x) ? p[0] : x / (x / p[0] + exact);
  }

  @Override
  double slope(double x, double[] p, double decay) {
    double z = z(x, p);
    return (1 + z) * weight(x, p, z, decay);
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double decay) {
    if (parameter == 0) {
      double share = value(x, p, decay) / p[0];
      return share * share;
    }
    double z = z(x, p);
    double weight = weight(x, p, z, decay);
    return weight == 0 || z == 0 ? Step.defined(x, 0) : -z * weight * z;
  }

  /** e^-z / (x / α + e^-z)². */
  private static double weight(double x, double[] p, double z, double decay) {
    double exact = corrected(x, p, z, decay);
    if (exact == 0) {
      return 0;
    }
    double under = z < 0 ? 1 + x * exact / p[0] : x / p[0] + exact;
    return exact / (under * under);
  }

  private static double corrected(double x, double[] p, double z, double decay) {
    return Rounding.corrected(decay, z, Rounding.ofQuotient(x, p[1], z));
  }
}
