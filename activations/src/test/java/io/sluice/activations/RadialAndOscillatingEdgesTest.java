package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends of the real line, kinks, ranges and trained slopes of radial and oscillating functions. */
class RadialAndOscillatingEdgesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "siren, NaN, NaN, NaN, NaN",
    "sinc, 0, 0, 0, 0",
    "gaussian, 0, 0, 0, 0",
    "gaussian-1, 0, 0, 0, 0",
    "multiquadratic, Infinity, -1, Infinity, 1",
    "inverse-multiquadratic, 0, 0, 0, 0",
    "seagull, Infinity, -0.0, Infinity, 0",
    "cube, -Infinity, Infinity, Infinity, Infinity",
    "square, Infinity, -Infinity, Infinity, Infinity",
    "slaf, Infinity, -Infinity, Infinity, Infinity",
    "ncu, Infinity, -Infinity, -Infinity, -Infinity",
    "log-cosh, Infinity, -1, Infinity, 1",
    "pau, -Infinity, NaN, Infinity, NaN",
    "calu, -0.3183098861837907, 0, Infinity, 1",
    "golu, -0.0, 0, Infinity, 1",
    "dsilu, -0.0, -0.0, 1, -0.0",
    "pflu, -0.0, 0, Infinity, 1",
    "sign-relu, -1, 0, Infinity, 1",
    "mexican-hat, 0, 0, 0, 0",
    "symlog, -Infinity, 0, Infinity, 0",
    "normal-cdf, 0, 0, 1, 0",
    "hexpo, -1, 0, 1, 0"
  })
  void limitsAreTaken(
      String id, Double lowValue, Double lowSlope, Double highValue, Double highSlope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.value(NEGATIVE_INFINITY)).as("low value").isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).as("low slope").isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).as("high value").isEqualTo(highValue);
    assertThat(activation.slope(POSITIVE_INFINITY)).as("high slope").isEqualTo(highSlope);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "multiquadratic, q=2, '[2, ∞)'",
    "inverse-multiquadratic, q=2, '(0, 0.5]'",
    "slaf, c2=-0.5, '(-∞, 0.5]'",
    "slaf, c1=0;c2=0, '[0, 0]'",
    "slaf, c2=0, '(-∞, ∞)'",
    "eis, alpha=0;gamma=4, '(-0.5, 0.5)'",
    "crrelu, epsilon=-0.5, '[0, ∞)'",
    "blu, beta=1, '(-1, ∞)'",
    "blu, beta=-1, '(-∞, 1)'",
    "smu-1, alpha=0, '(0, ∞)'",
    "hermite, degree=0, '[1, 1]'",
    "hermite, degree=3, '(-∞, ∞)'",
    "chebyshev, degree=4, '[-1, ∞)'",
    "legendre, degree=2, '[-0.5, ∞)'",
    "monomial, degree=4, '[0, ∞)'",
    "xatlu, alpha=-0.2, '(-∞, ∞)'",
    "xsilu, alpha=0, '[-0.2784645427610738, ∞)'",
    "threshold, threshold=1;value=-1, '[-1, ∞)'",
    "poly-relu, a1=0;a2=1;a3=-1, '(-∞, 0.14814814814814814]'",
    "cauchy, lambda2=0, '[-0.5, 0.5]'",
    "dyt, beta=2, '(1, 3)'",
    "plu, alpha=0;c=3, '[-3, 3]'"
  })
  void rangeFollowsTheHyperparameters(String id, String settings, String range) {
    assertThat(BuiltIns.configured(id, settings).range()).hasToString(range);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "sinlu, a=1, -0.49737055418999104",
    "eis, alpha=1, -0.23215523680945996",
    "xsilu, alpha=0.3, -0.16187050935887607",
    "coslu, a=0, -0.2784645427610738"
  })
  void leastValueIsFound(String id, String settings, double least) {
    Activation activation = BuiltIns.configured(id, settings);
    assertThat(activation.range().lowerAttained()).isTrue();
    assertThat(activation.range().lower()).isCloseTo(least, within(1e-9 * Math.abs(least)));
  }

  @Test
  void kinksFollowTheHyperparameters() {
    assertThat(new Pau().kinks()).hasSize(2).contains(0);
    assertThat(new Pau().kinks()[0]).isCloseTo(-0.2853079475362701, within(1e-15));
    assertThat(BuiltIns.configured("pau", "a0=0").kinks()).hasSize(1);
    assertThat(BuiltIns.configured("bounded-bi-firing", "a=4;b=2").kinks()).containsExactly(-4, 4);
    assertThat(BuiltIns.configured("repu", "p=1").kinks()).containsExactly(0);
    assertThat(BuiltIns.configured("repu", "p=2").kinks()).isEmpty();
    assertThat(BuiltIns.configured("plu", "alpha=1").kinks()).isEmpty();
    assertThat(BuiltIns.configured("polu", "n=2").kinks()).containsExactly(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "sin-relu, 1",
    "cos-relu, 0",
    "crrelu, 0.01",
    "lelelu, 0.01",
    "oaf, 0.5",
    "laplacian, 1"
  })
  void slopeAtTheKinkIsTheLeftOne(String id, double slope) {
    assertThat(BuiltIns.named(id).slope(0)).isCloseTo(slope, within(1e-16));
  }

  @Test
  void slopeOfSnakeByItsRateIsTheSquareOfTheInputWithoutARate() {
    Snake snake = new Snake();
    for (double x : new double[] {-3, -1e-9, 0, 0.5, 7}) {
      assertThat(snake.slopeBy(x, 0)).isEqualTo(x * x);
      assertThat(snake.slopeBy(x, 1e-9)).isCloseTo(x * x, within(1e-12 * x * x));
    }
  }

  @Test
  void quotientsOfPolynomialsHoldOutFarAway() {
    Pau pau = new Pau();
    double steepness = 0.25281987 / 0.34885983;
    assertThat(pau.value(1e200)).isCloseTo(steepness * 1e200, within(1e-13 * 1e200));
    assertThat(pau.value(-1e29)).isCloseTo(-steepness * 1e29, within(1e-13 * 1e29));
    assertThat(pau.slope(1e200)).isCloseTo(steepness, within(1e-13));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "gaussian, -38, 2.75032531248e-314, 1e-3",
    "sech, 700, 1.971935308751954e-304, 1e-12",
    "sin-plus-cos, -0.7853981633974483, 4.329780281177467e-17, 1e-10",
    "sinc, 3.141592653589793, 3.8981718325193755e-17, 1e-10"
  })
  void valueKeepsItsDigitsWhereItIsSmall(String id, double x, double value, double relative) {
    assertThat(BuiltIns.named(id).value(x)).isCloseTo(value, within(relative * value));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "sin-plus-cos, 1e9, 1.3837306308126018",
    "sin-plus-cos, 1e17, -1.3500874331330033",
    "sin-plus-cos, 1e300, -1.3932680240734576",
    "siren, 123456789.125, 0.4544106680151669",
    "siren, 1e300, -0.44150130978406793",
    "rbf, 123456789.125, -0.19839496326547576"
  })
  void phaseOfHugeInputsIsExact(String id, double x, double value) {
    assertThat(BuiltIns.named(id).value(x)).isCloseTo(value, within(1e-14 * Math.abs(value)));
  }
}
