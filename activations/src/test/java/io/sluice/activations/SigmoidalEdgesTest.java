package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Tails, kinks, ends of the real line and ranges of the sigmoidal family. */
class SigmoidalEdgesTest {

  /** Below it a double has no relative accuracy to speak of. */
  private static final double UNDERFLOW = 1e-300;

  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvFileSource(resources = "sigmoidal-tails.csv")
  void tailsAreExact(String id, String settings, double x, double value, double slope) {
    Activation activation =
        settings == null ? BuiltIns.named(id) : BuiltIns.configured(id, settings);
    assertThat(activation.value(x))
        .isCloseTo(value, within(Math.max(4 * Math.ulp(value), UNDERFLOW)));
    assertThat(activation.slope(x))
        .isCloseTo(slope, within(Math.max(1e-12 * Math.abs(slope), UNDERFLOW)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "lecun-tanh, -1.7159, 0, 1.7159, 0",
    "hard-sigmoid, 0, 0, 1, 0",
    "sparse-sigmoid, 0, 0, 1, 0",
    "hard-tanh, -1, 0, 1, 0",
    "elliott, 0, 0, 1, 0",
    "arctan, -1.5707963267948966, 0, 1.5707963267948966, 0",
    "erf, -1, 0, 1, 0",
    "isru, -1, 0, 1, 0",
    "sqnl, -1, 0, 1, 0",
    "soft-clipping, 0, 0, 1, 0",
    "richards-sigmoid, 0, 0, 1, 0",
    "cloglog, 0, 0, 1, 0",
    "rational-tanh, -1.7159, 0, 1.7159, 0",
    "rectified-tanh, 0, 0, 1, 0",
    "penalized-tanh, -0.25, 0, 1, 0",
    "heaviside, 0, 0, 1, 0",
    "sign, -1, 0, 1, 0",
    "gompertz, 0, 0, 1, 0",
    "log-sigmoid, -Infinity, 1, -0.0, 0",
    "tanhlu, -Infinity, 0.1, Infinity, 0.1"
  })
  void limitsAreTaken(
      String id, Double lowValue, Double lowSlope, Double highValue, Double highSlope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.value(NEGATIVE_INFINITY)).isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).isEqualTo(highValue);
    assertThat(activation.slope(POSITIVE_INFINITY)).isEqualTo(highSlope);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "hard-sigmoid, -3, 0",
    "hard-sigmoid, 3, 0.16666666666666666",
    "sparse-sigmoid, -1, 0",
    "sparse-sigmoid, 1, 0.5",
    "hard-tanh, -1, 0",
    "hard-tanh, 1, 1",
    "rectified-tanh, 0, 0",
    "penalized-tanh, 0, 0.25",
    "heaviside, 0, 0",
    "sign, 0, 0"
  })
  void slopeAtTheKinkIsTheLeftOne(String id, double kink, double slope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.kinks()).contains(kink);
    assertThat(activation.slope(kink)).isEqualTo(slope);
    assertThat(activation.slope(Math.nextDown(kink))).isEqualTo(slope);
  }

  @Test
  void stepsSayWhatTheyAreAtZero() {
    assertThat(new Heaviside().value(0.0)).isEqualTo(1);
    assertThat(new Heaviside().value(-0.0)).isEqualTo(1);
    assertThat(new Heaviside().value(-Double.MIN_VALUE)).isZero();
    assertThat(new Sign().value(0.0)).isEqualTo(-1);
    assertThat(new Sign().value(-0.0)).isEqualTo(-1);
    assertThat(new Sign().value(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(new Sign().value(NaN)).isNaN();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "isru, alpha=4, '(-0.5, 0.5)'",
    "lecun-tanh, a=1, '(-1, 1)'",
    "penalized-tanh, a=0, '[0, 1)'",
    "penalized-tanh, a=2, '(-2, 1)'",
    "rational-tanh, a=2, '(-2, 2)'",
    "tanhlu, a=-2;b=0, '(-2, 2)'",
    "tanhlu, a=-2;b=0;c=0, '[0, 0]'",
    "tanhlu, a=-2;b=1, '(-∞, ∞)'"
  })
  void rangeFollowsTheHyperparameters(String id, String settings, String range) {
    assertThat(BuiltIns.configured(id, settings).range()).hasToString(range);
  }

  @Test
  void penalizedTanhIsSmoothForOne() {
    assertThat(BuiltIns.configured("penalized-tanh", "a=1").kinks()).isEmpty();
    assertThat(new PenalizedTanh().kinks()).containsExactly(0);
  }

  @ParameterizedTest(name = "{0} at {1} is {2}")
  @CsvSource({"hard-sigmoid, 3, 1", "hard-tanh, -1, -1", "sqnl, 2, 1", "sqnl, -2, -1"})
  void rangeIsAttainedWhereItSaysSo(String id, double x, double value) {
    assertThat(BuiltIns.named(id).value(x)).isEqualTo(value);
  }

  @Test
  void namesOfOneFunctionMeanTheSame() {
    assertThat(BuiltIns.named("bipolar-sigmoid")).isEqualTo(new TanhHalf());
    assertThat(BuiltIns.named("hard-sigmoid-half")).isEqualTo(new SparseSigmoid());
  }
}
