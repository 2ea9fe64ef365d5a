package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = P_n(x): x, (3 x² - 1) / 2, (5 x³ - 3 x) / 2, ...; between -1 and 1 in [-1, 1], steep
 * beyond. Summed in two numbers.
 *
 * @param degree the degree of the polynomial
 */
@Extension
public record Legendre(double degree) implements ActivationExtension {

  /** The coefficients of every degree, the constant first. */
  private static final double[][] TABLE = {
    {1},
    {0, 1},
    {-1, 0, 3},
    {0, -3, 0, 5},
    {3, 0, -30, 0, 35},
    {0, 15, 0, -70, 0, 63},
    {-5, 0, 105, 0, -315, 0, 231}
  };

  /** What each is divided by. */
  private static final double[] SCALES = {1, 1, 2, 2, 8, 8, 16};

  /** The least value of each even degree. */
  private static final double[] LEAST = {1, -0.5, -0.42857142857142855, -0.4147504603781256};

  /** The preset. */
  public Legendre() {
    this(2);
  }

  @Override
  public String id() {
    return "legendre";
  }

  @Override
  public Description description() {
    return Description.of(
            "A Legendre polynomial",
            "(1) if degree == 0 else ((x) if degree == 1 else (((3 * x^2 - 1) / 2) if degree == 2 else (((5 * x^3 - 3 * x) / 2) if degree == 3 else (((35 * x^4 - 30 * x^2 + 3) / 8) if degree == 4 else (((63 * x^5 - 70 * x^3 + 15 * x) / 8) if degree == 5 else ((231 * x^6 - 315 * x^4 + 105 * x^2 - 5) / 16))))))",
            "Legendre, 1785")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    if (degree == 0) {
      return Interval.closed(1, 1);
    }
    return degree % 2 == 0 ? Interval.atLeast(LEAST[(int) degree / 2]) : Interval.REALS;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer(
            "degree", (int) degree, Interval.closed(0, 6), "the degree of the polynomial"));
  }

  @Override
  public Legendre with(Map<String, Double> values) {
    return new Legendre(values.get("degree"));
  }

  @Override
  public double value(double x) {
    return Polynomial.value(coefficients(), x) / scale();
  }

  @Override
  public double slope(double x) {
    double[] c = coefficients();
    return Polynomial.slope(c, 0, c.length, x) / scale();
  }

  private double[] coefficients() {
    return TABLE[(int) degree];
  }

  private double scale() {
    return SCALES[(int) degree];
  }
}
