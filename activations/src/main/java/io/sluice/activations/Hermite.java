package io.sluice.activations;

import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = He_n(x) / √(n!), with the Hermite polynomials of probability: x, x² - 1, x³ - 3 x, ...;
 * their squares have the mean 1 under a standard normal x. Summed in two numbers.
 *
 * @param degree the degree of the polynomial
 */
@Extension
public record Hermite(double degree) implements PolynomialOfDegree {

  private static final Family FAMILY =
      new Family(
          new double[][] {
            {1},
            {0, 1},
            {-1, 0, 1},
            {0, -3, 0, 1},
            {3, 0, -6, 0, 1},
            {0, 15, 0, -10, 0, 1},
            {-15, 0, 45, 0, -15, 0, 1}
          },
          new double[] {
            1.0,
            1.0,
            1.4142135623730951,
            2.449489742783178,
            4.898979485566356,
            10.954451150103322,
            26.832815729997478
          },
          new double[] {1, -0.7071067811865476, -1.224744871391589, -3.847734588955018});

  /** The preset. */
  public Hermite() {
    this(2);
  }

  @Override
  public String id() {
    return "hermite";
  }

  @Override
  public Description description() {
    return Description.of(
            "A Hermite polynomial of unit norm under the normal distribution",
            "(1) if degree == 0 else ((x) if degree == 1 else (((x^2 - 1) / sqrt(2)) if degree == 2 else (((x^3 - 3 * x) / sqrt(6)) if degree == 3 else (((x^4 - 6 * x^2 + 3) / sqrt(24)) if degree == 4 else (((x^5 - 10 * x^3 + 15 * x) / sqrt(120)) if degree == 5 else ((x^6 - 15 * x^4 + 45 * x^2 - 15) / sqrt(720)))))))",
            "Novak and others, Neural Tangents, neural_tangents.stax, Hermite")
        .note("Physicists scale the argument by the root of 2.");
  }

  @Override
  public Family family() {
    return FAMILY;
  }

  @Override
  public Hermite with(Map<String, Double> values) {
    return new Hermite(values.get("degree"));
  }
}
