package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Well-known activations, written as papers do, are accurate, saturated tails included. */
class ExactValuesTest {

  private static final double UNDERFLOW = 1e-300;

  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "exact.csv", delimiter = '|', maxCharsPerColumn = 200)
  void formulasAreExact(String formula, double x, double value, Double slope) {
    FormulaActivation activation = FormulaActivation.of("", formula, Map.of());
    assertThat(activation.value(x))
        .as("value(%s)", x)
        .isCloseTo(value, within(Math.max(1e-13 * Math.abs(value), UNDERFLOW)));
    if (slope != null) {
      assertThat(activation.slope(x))
          .as("slope(%s)", x)
          .isCloseTo(slope, within(Math.max(1e-12 * Math.abs(slope), UNDERFLOW)));
    }
  }
}
