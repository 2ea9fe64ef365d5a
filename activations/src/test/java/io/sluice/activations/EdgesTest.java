package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinks, ends of the real line, saturation and ranges. */
class EdgesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "identity, -Infinity, 1, Infinity, 1",
    "sigmoid, 0, 0, 1, 0",
    "tanh, -1, 0, 1, 0",
    "tanh-half, -1, 0, 1, 0",
    "relu, 0, 0, Infinity, 1",
    "leaky-relu, -Infinity, 0.01, Infinity, 1",
    "elu, -1, 0, Infinity, 1",
    "selu, -1.7580993408473766, 0, Infinity, 1.0507009873554805",
    "softplus, 0, 0, Infinity, 1",
    "softsign, -1, 0, 1, 0",
    "silu, -0.0, 0, Infinity, 1",
    "mish, -0.0, 0, Infinity, 1",
    "gelu, -0.0, 0, Infinity, 1",
    "sin, NaN, NaN, NaN, NaN",
    "cos, NaN, NaN, NaN, NaN",
    "acon-a, 0, 0, Infinity, 1",
    "acon-b, -Infinity, 0.25, Infinity, 1",
    "acon-c, 0, 0, Infinity, 1",
    "snake, -Infinity, NaN, Infinity, NaN"
  })
  void limitsAreTaken(
      String id, Double lowValue, Double lowSlope, Double highValue, Double highSlope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.value(NEGATIVE_INFINITY)).isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).isEqualTo(highValue);
    assertThat(activation.slope(POSITIVE_INFINITY)).isEqualTo(highSlope);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"relu, 0", "leaky-relu, 0.01", "elu, 1", "selu, 1.7580993408473766"})
  void slopeAtTheKinkIsTheLeftOne(String id, double slope) {
    assertThat(BuiltIns.named(id).slope(0)).isEqualTo(slope);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "sigmoid, 40, 4.248354255291589e-18",
    "sigmoid, 700, 9.85967654375977e-305",
    "tanh, 30, 3.502604305078608e-26",
    "tanh, -340, 1.91342875881221e-295",
    "tanh-half, 60, 1.75130215253930e-26",
    "softplus, -700, 9.85967654375977e-305"
  })
  void slopeSurvivesSaturation(String id, double x, double slope) {
    assertThat(BuiltIns.named(id).slope(x)).isCloseTo(slope, within(1e-10 * slope));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "acon-a, beta=2, '[-0.1392322713805369, ∞)'",
    "acon-a, beta=-2, '(-∞, 0.1392322713805369]'",
    "acon-a, beta=0, '(-∞, ∞)'",
    "acon-b, p=0.25, '(-∞, ∞)'",
    "acon-c, p1=0;p2=1, '[-0.2784645427610738, ∞)'",
    "acon-c, p1=0;p2=1;beta=-1, '(-∞, 0.2784645427610738]'",
    "acon-c, p1=1;p2=-1, '[0, ∞)'",
    "acon-c, p1=0;p2=0, '[0, 0]'",
    "elu, alpha=0.3, '(-0.3, ∞)'",
    "elu, alpha=0, '[0, ∞)'",
    "leaky-relu, negative-slope=0, '[0, ∞)'",
    "leaky-relu, negative-slope=-1, '[0, ∞)'"
  })
  void rangeFollowsTheHyperparameters(String id, String settings, String range) {
    assertThat(BuiltIns.configured(id, settings).range()).hasToString(range);
  }

  @Test
  void rangeIsAttainedWhereItSaysSo() {
    assertAttained(new Silu(), -1.2784645427610738);
    assertAttained(new Gelu(), -0.7517915246935645);
    assertAttained(new Mish(), -1.1924312145154955);
  }

  private static void assertAttained(Activation activation, double x) {
    double lower = activation.range().lower();
    assertThat(activation.range().lowerAttained()).isTrue();
    assertThat(activation.value(x)).isCloseTo(lower, within(2 * Math.ulp(lower)));
  }

  @Test
  void kinksFollowTheHyperparameters() {
    assertThat(new Elu().kinks()).isEmpty();
    assertThat(BuiltIns.configured("elu", "alpha=2").kinks()).containsExactly(0);
    assertThat(new LeakyRelu().kinks()).containsExactly(0);
    assertThat(BuiltIns.configured("leaky-relu", "negative-slope=1").kinks()).isEmpty();
  }
}
