package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Ends of the real line, kinks, ranges, and values that are easily lost. Each table has a row for
 * an activation, with its presets or with the settings in the second column.
 */
class EdgesTest {

  /** Values and slopes at negative infinity, then at infinity, signs of zeros included. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "limits.csv")
  void limitsAreTaken(
      String id,
      String settings,
      Double lowValue,
      Double lowSlope,
      Double highValue,
      Double highSlope) {
    Activation activation = activation(id, settings);
    assertThat(activation.value(NEGATIVE_INFINITY)).as("low value").isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).as("low slope").isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).as("high value").isEqualTo(highValue);
    assertThat(activation.slope(POSITIVE_INFINITY)).as("high slope").isEqualTo(highSlope);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "kinks.csv")
  void kinksFollowTheHyperparameters(String id, String settings, String kinks) {
    assertThat(activation(id, settings).kinks()).containsExactly(numbers(kinks));
  }

  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvFileSource(resources = "kink-slopes.csv")
  void slopeAtTheKinkIsTheLeftOne(String id, String settings, double kink, double slope) {
    Activation activation = activation(id, settings);
    assertThat(activation.kinks()).contains(kink);
    assertThat(activation.slope(kink)).isEqualTo(slope);
    assertThat(activation.slope(Math.nextDown(kink))).isCloseTo(slope, within(4e-16));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "ranges.csv")
  void rangeFollowsTheHyperparameters(String id, String settings, String range) {
    Interval actual = activation(id, settings).range();
    double[] ends = numbers(range.substring(1, range.length() - 1).replace("∞", "Infinity"));
    assertThat(actual.lower()).isCloseTo(ends[0], within(1e-15));
    assertThat(actual.upper()).isCloseTo(ends[1], within(1e-15));
    assertThat(actual.lowerAttained()).isEqualTo(range.startsWith("["));
    assertThat(actual.upperAttained()).isEqualTo(range.endsWith("]"));
  }

  /** An x where the activation takes the value at an end of its range. */
  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvFileSource(resources = "attained.csv")
  void rangeIsAttainedWhereItSaysSo(String id, String settings, double x, double end) {
    Activation activation = activation(id, settings);
    Interval range = activation.range();
    boolean below = end - range.lower() < range.upper() - end;
    assertThat(below ? range.lowerAttained() : range.upperAttained()).isTrue();
    assertThat(below ? range.lower() : range.upper()).isCloseTo(end, within(4 * Math.ulp(end)));
    assertThat(activation.value(x)).isCloseTo(end, within(4 * Math.ulp(end)));
  }

  /** Values or slopes, with a relative tolerance: at edges, where terms cancel, and far away. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "easily-lost.csv")
  void placesAreKeptWhereTheyAreEasilyLost(
      String id, double x, Double value, Double slope, double relative) {
    Activation activation = BuiltIns.named(id);
    if (value != null) {
      assertThat(activation.value(x)).isCloseTo(value, within(relative * Math.abs(value)));
    }
    if (slope != null) {
      assertThat(activation.slope(x)).isCloseTo(slope, within(relative * Math.abs(slope)));
    }
  }

  private static Activation activation(String id, String settings) {
    return settings == null ? BuiltIns.named(id) : BuiltIns.configured(id, settings);
  }

  /** What blanks or commas separate. */
  private static double[] numbers(String text) {
    return text == null
        ? new double[0]
        : Arrays.stream(text.split("[, ]+")).mapToDouble(Double::parseDouble).toArray();
  }
}
