package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pf4j.Extension;

/**
 * f(x) = P(x) / (1 + |Q(x)|) with P = a0 + a1 x + ... + a5 x^5 and Q = b1 x + ... + b4 x^4, all
 * trained. With D = 1 + |Q|, f' = (P' - f Q' sgn Q) / D; the slopes by a_k and b_k are x^k / D and
 * -f x^k sgn Q / D. Where Q changes its sign there is a kink (unless P is zero there); the slope
 * taken is that with sgn 0 = 0, the mean of both sides.
 *
 * <p>The polynomials are summed in two numbers; beyond 1e30 both are taken in 1 / x. The
 * coefficients are the authors' fit of the rectifier.
 */
@Extension
public final class Pau extends Trained {

  private static final List<String> NAMES =
      List.of("a0", "a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4");

  /** How many coefficients the numerator has; those of the denominator follow. */
  private static final int NUMERATOR = 6;

  /** From here on the polynomials are taken in 1 / x. */
  private static final double FAR = 1e30;

  /** The preset. */
  public Pau() {
    this(
        0.02996348,
        0.61690165,
        2.37539147,
        3.06608078,
        1.52474449,
        0.25281987,
        1.19160814,
        4.40811795,
        0.91111034,
        0.34885983);
  }

  private Pau(double... coefficients) {
    super(NAMES, coefficients);
  }

  @Override
  public String id() {
    return "pau";
  }

  @Override
  public Description description() {
    return Description.of(
            "A quotient of two trained polynomials, the Padé activation unit",
            "(a0 + a1 * x + a2 * x^2 + a3 * x^3 + a4 * x^4 + a5 * x^5) / (1 + abs(b1 * x + b2 * x^2 + b3 * x^3 + b4 * x^4))",
            "Molina, Schramowski, Kersting, arXiv 1907.06732")
        .note(
            "This is the safe form with 1 + |Q|; the first form of the paper, without the bars, has poles.")
        .note(
            "The start values approximate a rectifier; the authors publish others for leaky-relu, tanh, sigmoid and swish.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return IntStream.range(0, NAMES.size()).mapToObj(k -> startOf(k, meaning(k))).toList();
  }

  private static String meaning(int parameter) {
    int degree = degree(parameter);
    String part = parameter < NUMERATOR ? "numerator" : "denominator";
    if (degree == 0) {
      return "the constant of the " + part + ", trained";
    }
    String power = degree == 1 ? "x" : "x^" + degree;
    return "the coefficient of " + power + " in the " + part + ", trained";
  }

  @Override
  public Pau with(Map<String, Double> values) {
    return new Pau(NAMES.stream().mapToDouble(values::get).toArray());
  }

  @Override
  public double[] kinks() {
    double[] p = initialParameters();
    double[] signChanges = Polynomial.signChanges(0, p[6], p[7], p[8], p[9]);
    return Arrays.stream(signChanges)
        .filter(x -> Polynomial.value(p, 0, NUMERATOR, x) != 0)
        .toArray();
  }

  @Override
  public double value(double x, double[] p) {
    double value = quotient(x, p);
    return Far.isLost(value, x) ? quotient(Far.nearer(x), p) : value;
  }

  private static double quotient(double x, double[] p) {
    double polynomial = Math.abs(x) < FAR ? Polynomial.value(p, 0, NUMERATOR, x) : far(p, x);
    return polynomial / under(p, x);
  }

  @Override
  public double slope(double x, double[] p) {
    if (!(Math.abs(x) < FAR)) {
      return value(x, p) / x;
    }
    double rise = inner(p, x) + x * Polynomial.slope(p, NUMERATOR, p.length, x);
    double polynomial = Polynomial.slope(p, 0, NUMERATOR, x);
    return (polynomial - value(x, p) * (rise * signOfInner(p, x))) / under(p, x);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    double slope = derivative(parameter, x, p);
    return Far.isLost(slope, x) ? derivative(parameter, Far.nearer(x), p) : slope;
  }

  private double derivative(int parameter, double x, double[] p) {
    int degree = degree(parameter);
    double power = 1;
    for (int k = Math.abs(x) < FAR ? 0 : 4; k < degree; k++) {
      power *= x;
    }
    for (int k = degree; k < 4 && !(Math.abs(x) < FAR); k++) {
      power /= x;
    }
    double share = power / under(p, x);
    return parameter < NUMERATOR ? share : -value(x, p) * signOfInner(p, x) * share;
  }

  /** The power of x that this coefficient has. */
  private static int degree(int parameter) {
    return parameter < NUMERATOR ? parameter : parameter - NUMERATOR + 1;
  }

  /** P / x⁴ for a large x. */
  private static double far(double[] p, double x) {
    double inverse = 1 / x;
    double sum = p[0];
    for (int k = 1; k <= 3; k++) {
      sum = sum * inverse + p[k];
    }
    double steep = p[5] == 0 ? 0 : p[5] * x;
    return sum * inverse + p[4] + steep;
  }

  /** 1 + |Q|, divided by x⁴ for a large x. */
  private static double under(double[] p, double x) {
    if (Math.abs(x) < FAR) {
      return 1 + Math.abs(x * inner(p, x));
    }
    double inverse = 1 / x;
    double square = inverse * inverse;
    double sum = ((p[6] * inverse + p[7]) * inverse + p[8]) * inverse + p[9];
    return square * square + Math.abs(sum);
  }

  /** Q / x. */
  private static double inner(double[] p, double x) {
    return Polynomial.value(p, NUMERATOR, p.length, x);
  }

  private static double signOfInner(double[] p, double x) {
    return Math.signum(x) * Math.signum(inner(p, x));
  }
}
