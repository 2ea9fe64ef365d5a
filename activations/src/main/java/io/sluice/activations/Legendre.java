package io.sluice.activations;

import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = P_n(x): x, (3 x² - 1) / 2, (5 x³ - 3 x) / 2, ...; between -1 and 1 in [-1, 1], steep
 * beyond. Summed in two numbers.
 *
 * @param degree the degree of the polynomial
 */
@Extension
public record Legendre(double degree) implements PolynomialOfDegree {

  private static final Family FAMILY =
      new Family(
          new double[][] {
            {1},
            {0, 1},
            {-1, 0, 3},
            {0, -3, 0, 5},
            {3, 0, -30, 0, 35},
            {0, 15, 0, -70, 0, 63},
            {-5, 0, 105, 0, -315, 0, 231}
          },
          new double[] {1, 1, 2, 2, 8, 8, 16},
          new double[] {1, -0.5, -0.42857142857142855, -0.4147504603781256});

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
  public Family family() {
    return FAMILY;
  }

  @Override
  public Legendre with(Map<String, Double> values) {
    return new Legendre(values.get("degree"));
  }
}
