package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.passport.Accuracy;
import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values to 4 ulp and slopes to a relative 1e-12, saturated tails included. */
class ExactValuesTest {

  /**
   * Where terms of opposite sign cancel 4 ulp of the value cannot be had; each of these says so in
   * a note of its description.
   */
  private static final Map<String, Double> RELATIVE =
      Map.ofEntries(
          Map.entry("acon-c", 1e-14),
          Map.entry("soft-exponential", 2e-15),
          Map.entry("tanhlu", 2e-15),
          Map.entry("tanhsoft", 2e-15),
          Map.entry("xielu", 1e-14));

  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "presets.csv")
  void presetsAreExact(String id, double x, double value, Double slope) {
    check(BuiltIns.named(id), x, value, slope);
  }

  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvFileSource(resources = {"configured.csv", "exponential-and-gated.csv", "sigmoidal-tails.csv"})
  void otherHyperparametersAreExact(
      String id, String settings, double x, double value, Double slope, String slopesBy) {
    Activation activation =
        settings == null ? BuiltIns.named(id) : BuiltIns.configured(id, settings);
    check(activation, x, value, slope);
    if (slopesBy != null) {
      checkSlopesBy((TrainableActivation) activation, x, slopesBy);
    }
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "tails.csv")
  void tailsAreExact(String id, double x, double value, Double slope) {
    check(BuiltIns.named(id), x, value, slope);
  }

  /** Values that {@code src/test/python/further.py} writes, for what no other table has. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "further.csv")
  void furtherOnesAreExact(String id, double x, double value, Double slope) {
    check(BuiltIns.named(id), x, value, slope);
  }

  private static void check(Activation activation, double x, double value, Double slope) {
    Double relative = RELATIVE.get(activation.id());
    double tolerance = relative == null ? 4 * Math.ulp(value) : relative * Math.abs(value);
    assertThat(activation.value(x))
        .as("value(%s)", x)
        .isCloseTo(value, within(Math.max(tolerance, Accuracy.LEAST)));
    if (slope != null) {
      assertThat(activation.slope(x))
          .as("slope(%s)", x)
          .isCloseTo(slope, within(Math.max(1e-12 * Math.abs(slope), Accuracy.LEAST)));
    }
  }

  private static void checkSlopesBy(TrainableActivation activation, double x, String expected) {
    Map<String, Double> slopes = new LinkedHashMap<>();
    for (String each : expected.split(";")) {
      slopes.put(each.split("=")[0], Double.valueOf(each.split("=")[1]));
    }
    double[] initial = activation.initialParameters();
    slopes.forEach(
        (name, slope) -> {
          int parameter = activation.trainable().indexOf(name);
          assertThat(activation.slopeBy(parameter, x, initial))
              .as("slope by %s at %s", name, x)
              .isCloseTo(slope, within(Math.max(1e-12 * Math.abs(slope), Accuracy.LEAST)));
        });
  }
}
