package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

  private static final int MANY = 20_001;

  private final RandomStream random = new RandomStream(3);

  private static double[] sorted(DoubleSupplier draw) {
    double[] drawn = new double[MANY];
    Arrays.setAll(drawn, i -> draw.getAsDouble());
    Arrays.sort(drawn);
    return drawn;
  }

  /** Mantegna's σ from Γ by another program. */
  @ParameterizedTest
  @CsvSource({"0.5, 1.4793375595943", "1, 1", "1.5, 0.6965745025577", "1.9, 0.3338188306913"})
  void scaleOfLevyFlightsIsMantegnas(double exponent, double scale) {
    assertThat(Draws.levyScale(exponent)).isCloseTo(scale, within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({"0.8", "1.5"})
  void tailsOfLevyFlightsFallWithTheirExponent(double exponent) {
    double scale = Draws.levyScale(exponent);
    double[] lengths = sorted(() -> Math.abs(Draws.levy(random, exponent, scale)));
    double near = lengths[(int) (0.9 * MANY)];
    double far = lengths[(int) (0.99 * MANY)];
    // P(|s| > r) ~ r^−exponent far out: ten times rarer is 10^(1/exponent) times longer.
    assertThat(far / near).isCloseTo(StrictMath.pow(10, 1 / exponent), within(0.25 * far / near));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "0.5, 0.1", "-2, 3"})
  void quartilesOfCauchyLieOneScaleFromTheCentre(double centre, double scale) {
    double[] drawn = sorted(() -> Draws.cauchy(random, centre, scale));
    assertThat(drawn[MANY / 2]).isCloseTo(centre, within(0.05 * scale));
    assertThat(drawn[MANY / 4]).isCloseTo(centre - scale, within(0.05 * scale));
    assertThat(drawn[3 * MANY / 4]).isCloseTo(centre + scale, within(0.05 * scale));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "-1, 20", "2, 20", "0.3, 5", "2, 0"})
  void polynomialMutationStaysInTheBox(double value, double index) {
    double[] drawn = sorted(() -> Draws.polynomial(random, value, -1, 2, index));
    assertThat(drawn[0]).isGreaterThanOrEqualTo(-1 - 1e-12);
    assertThat(drawn[MANY - 1]).isLessThanOrEqualTo(2 + 1e-12);
    assertThat(drawn[MANY / 2]).isCloseTo(value, within(0.05));
  }

  @Test
  void aLargerIndexMutatesLess() {
    double[] near = sorted(() -> Math.abs(Draws.polynomial(random, 0, -1, 1, 100)));
    double[] far = sorted(() -> Math.abs(Draws.polynomial(random, 0, -1, 1, 5)));
    assertThat(far[MANY / 2]).isGreaterThan(5 * near[MANY / 2]);
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "15"})
  void childrenOfSimulatedBinaryCrossoverHaveTheMiddleOfTheirParents(double index) {
    double[] first = {0, 1, -3, 2};
    double[] second = {4, 1, 5, 2.5};
    double[] one = new double[4];
    double[] two = new double[4];
    for (int i = 0; i < 50; i++) {
      Crossings.simulatedBinary(random, index, first, second, one, two);
      for (int c = 0; c < 4; c++) {
        assertThat(one[c] + two[c]).isCloseTo(first[c] + second[c], within(1e-9));
      }
      assertThat(one[1]).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 4", "0.5, -2, 6"})
  void blendCrossoverFillsTheWidenedInterval(double widening, double low, double high) {
    double[] child = new double[1];
    double[] drawn =
        sorted(
            () -> {
              Crossings.blend(random, widening, new double[] {4}, new double[] {0}, child);
              return child[0];
            });
    assertThat(drawn[0]).isBetween(low, low + 0.01);
    assertThat(drawn[MANY - 1]).isBetween(high - 0.01, high);
    assertThat(drawn[MANY / 2]).isCloseTo((low + high) / 2, within(0.1));
  }
}
