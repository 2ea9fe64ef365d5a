package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Formulas that are 0 / 0 at a point, or of terms that cancel there, keep their digits at and
 * around it, in values and slopes.
 */
class RemovablePointsTest {

  /** Where numbers of the size of 1 meet, what is below is their square or nothing. */
  private static final double NOTHING = 1e-100;

  private static final double LARGEST_ERROR = 6;
  private static final double LARGEST_ERROR_OF_SLOPES = 40;

  @ParameterizedTest(name = "{0} with a = {1} at {2}")
  @CsvFileSource(resources = "removable.csv", delimiter = '|', maxCharsPerColumn = 200)
  void digitsAreKept(String formula, double a, double x, double value, double slope, double byA) {
    FormulaActivation activation = FormulaActivation.of("", formula, Map.of("a", a));
    close("value", activation.value(x), value, LARGEST_ERROR);
    close("slope", activation.slope(x), slope, LARGEST_ERROR_OF_SLOPES);
    close("slope by a", activation.slopeBy(0, x, new double[] {a}), byA, LARGEST_ERROR_OF_SLOPES);
  }

  private static void close(String what, double found, double exact, double largest) {
    if (Math.abs(exact) < NOTHING) {
      assertThat(Math.abs(found)).as("%s, exactly %s", what, exact).isLessThan(2 * NOTHING);
      return;
    }
    assertThat(Math.abs(found - exact) / Math.ulp(exact))
        .as("units in the last place of %s, %s for %s", what, found, exact)
        .isLessThanOrEqualTo(largest);
  }
}
