package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values to 4 ulp and slopes to a relative 1e-12, saturated tails included. */
class ExactValuesTest {

  /** Below it a double has no relative accuracy to speak of. */
  private static final double UNDERFLOW = 1e-300;

  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "presets.csv")
  void presetsAreExact(String id, double x, double value, Double slope) {
    check(BuiltIns.named(id), x, value, 4 * Math.ulp(value), slope);
  }

  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvFileSource(resources = "configured.csv")
  void otherHyperparametersAreExact(
      String id, String settings, double x, double value, Double slope) {
    // Where two lines of opposite slope cancel, 4 ulp cannot be had.
    double tolerance = id.equals("acon-c") ? 1e-14 * Math.abs(value) : 4 * Math.ulp(value);
    check(BuiltIns.configured(id, settings), x, value, tolerance, slope);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "tails.csv")
  void tailsAreExact(String id, double x, double value, Double slope) {
    check(BuiltIns.named(id), x, value, 4 * Math.ulp(value), slope);
  }

  private static void check(
      Activation activation, double x, double value, double tolerance, Double slope) {
    assertThat(activation.value(x))
        .as("value(%s)", x)
        .isCloseTo(value, within(Math.max(tolerance, UNDERFLOW)));
    if (slope != null) {
      assertThat(activation.slope(x))
          .as("slope(%s)", x)
          .isCloseTo(slope, within(Math.max(1e-12 * Math.abs(slope), UNDERFLOW)));
    }
  }
}
