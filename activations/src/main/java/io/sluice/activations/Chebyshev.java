package io.sluice.activations;

import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = T_n(x), with T_n(cos t) = cos(n t): x, 2 x² - 1, 4 x³ - 3 x, ...; between -1 and 1 in [-1,
 * 1], steep beyond. Summed in two numbers.
 *
 * @param degree the degree of the polynomial
 */
@Extension
public record Chebyshev(double degree) implements PolynomialOfDegree {

  private static final Family FAMILY =
      new Family(
          new double[][] {
            {1},
            {0, 1},
            {-1, 0, 2},
            {0, -3, 0, 4},
            {1, 0, -8, 0, 8},
            {0, 5, 0, -20, 0, 16},
            {-1, 0, 18, 0, -48, 0, 32}
          },
          new double[] {1, 1, 1, 1, 1, 1, 1},
          new double[] {1, -1, -1, -1});

  /** The preset. */
  public Chebyshev() {
    this(2);
  }

  @Override
  public String id() {
    return "chebyshev";
  }

  @Override
  public Description description() {
    return Description.of(
            "A Chebyshev polynomial of the first kind",
            "(1) if degree == 0 else ((x) if degree == 1 else ((2 * x^2 - 1) if degree == 2 else ((4 * x^3 - 3 * x) if degree == 3 else ((8 * x^4 - 8 * x^2 + 1) if degree == 4 else ((16 * x^5 - 20 * x^3 + 5 * x) if degree == 5 else (32 * x^6 - 48 * x^4 + 18 * x^2 - 1))))))",
            "Chebyshev, 1854; SS, arXiv 2405.07200, for networks")
        .note("Networks of Chebyshev polynomials usually squash the input to [-1, 1] first.")
        .sourceUnread();
  }

  @Override
  public Family family() {
    return FAMILY;
  }

  @Override
  public Chebyshev with(Map<String, Double> values) {
    return new Chebyshev(values.get("degree"));
  }
}
