package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.report.figure.Quantity.Spacing;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScaleTest {

  private static final double[][] AWKWARD = {
    {},
    {Double.NaN},
    {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY},
    {0},
    {5},
    {-5},
    {1e-300, 1e300},
    {1, 1 + 1e-12},
    {-1, 0, 1},
    {0.1, 0.3},
    {1e-9, 1e9},
    {4, 7, Double.NaN, Double.POSITIVE_INFINITY}
  };

  @ParameterizedTest
  @EnumSource
  void valuesHavePlacesBetweenTheEndsInTheirOrder(Spacing spacing) {
    for (double[] values : AWKWARD) {
      Scale scale = Scale.of(spacing, values, 10, 110);
      double before = 10;
      double[] sorted =
          Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
      for (double value : sorted) {
        assertThat(scale.at(value)).isBetween(before, 110.0);
        before = scale.at(value);
      }
      assertThat(scale.at(Double.NEGATIVE_INFINITY)).isEqualTo(10);
      assertThat(scale.at(Double.POSITIVE_INFINITY)).isEqualTo(110);
      assertThat(scale.at(Double.NaN)).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ticksAscendWithinTheScaleAndAreFew(Spacing spacing) {
    for (double[] values : AWKWARD) {
      Scale scale = Scale.of(spacing, values, 0, 1);
      double slack = 1e-6 * (scale.high() - scale.low());
      for (int most : new int[] {2, 3, 4, 6, 8}) {
        double[] ticks = scale.ticks(most);
        assertThat(ticks).isSorted().doesNotHaveDuplicates();
        assertThat(ticks.length).as(scale + " " + most).isBetween(1, most);
        for (double tick : ticks) {
          assertThat(tick).isBetween(scale.low() - slack, scale.high() * (1 + 1e-6) + slack);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR, 0, 1, 6, 0.0 0.2 0.4 0.6 0.8 1.0",
    "LINEAR, 0.1, 0.32, 4, 0.1 0.2 0.3",
    "LINEAR, -30, 170, 4, 0.0 50.0 100.0 150.0",
    "LINEAR, 1e20, 3e20, 4, 1.0E20 2.0E20 3.0E20",
    "LOGARITHMIC, 10, 9000, 6, 10.0 100.0 1000.0",
    "LOGARITHMIC, 30, 1500, 6, 50.0 100.0 200.0 500.0 1000.0",
    "LOGARITHMIC, 1e-8, 1, 3, 1.0E-6 0.001 1.0",
    "LOGARITHMIC, 101, 140, 4, 110.0 120.0 130.0 140.0",
    "RANK, 1, 8.7, 4, 1.0 3.0 5.0 7.0",
    "RANK, 1, 2.5, 8, 1.0 2.0"
  })
  void ticksAreRoundNumbers(Spacing spacing, double low, double high, int most, String ticks) {
    double[] found = new Scale(spacing, low, high, 0, 1).ticks(most);
    assertThat(Arrays.stream(found).mapToObj(Double::toString)).containsExactly(ticks.split(" "));
  }

  @Test
  void equalRatiosAreEquallyFarApartAndEqualDifferencesOnALinearScale() {
    Scale ratios = new Scale(Spacing.LOGARITHMIC, 1, 10_000, 0, 4);
    assertThat(ratios.at(10)).isCloseTo(1, within(1e-12));
    assertThat(ratios.at(1000)).isCloseTo(3, within(1e-12));
    Scale differences = new Scale(Spacing.LINEAR, -1, 3, 4, 0);
    assertThat(differences.at(0)).isEqualTo(3);
    assertThat(differences.at(2)).isEqualTo(1);
  }

  @Test
  void aScaleNeedsTwoEnds() {
    assertThatThrownBy(() -> new Scale(Spacing.LINEAR, 1, 1, 0, 1))
        .hasMessageContaining("1.0 to 1.0");
    assertThatThrownBy(() -> new Scale(Spacing.LINEAR, Double.NaN, 1, 0, 1))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Scale(Spacing.LOGARITHMIC, 0, 1, 0, 1))
        .hasMessageContaining("0.0");
  }
}
