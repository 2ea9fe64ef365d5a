package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridReaderTest {

  @Test
  void decadesAreDecades() {
    assertThat(GridReader.spread(1e-8, 1e8, 17, true))
        .containsExactly(
            1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
            1e8);
  }

  @Test
  void tenthsAreTenths() {
    assertThat(GridReader.spread(-0.3, 0.4, 8, false))
        .containsExactly(-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4);
  }

  @Test
  void rangesMayDescend() {
    assertThat(GridReader.spread(1, 0.01, 3, true)).containsExactly(1.0, 0.1, 0.01);
    assertThat(GridReader.spread(1, -1, 3, false)).containsExactly(1.0, 0.0, -1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3333333333333333, 7.123456789012345, true",
    "4.9e-324, 1.7976931348623157e308, true",
    "-1.7976931348623157e308, 1.7976931348623157e308, false",
    "0.1, 0.30000000000000004, false"
  })
  void endsAreExactAndTheRestLiesBetween(double from, double to, boolean log) {
    var values = GridReader.spread(from, to, 6, log);

    assertThat(values).hasSize(6).isSorted().doesNotHaveDuplicates().startsWith(from).endsWith(to);
  }

  @Test
  void stepsOfALogarithmicRangeHaveEqualQuotients() {
    var values = GridReader.spread(2, 50, 9, true);

    for (int i = 1; i < values.size(); i++) {
      assertThat(values.get(i) / values.get(i - 1))
          .isCloseTo(Math.pow(25, 1 / 8.0), org.assertj.core.data.Offset.offset(1e-12));
    }
  }
}
