package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import io.sluice.spi.TrainableActivation.Sharing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinks, ends of the real line and ranges of the activations with an exponential side. */
class ExponentialEdgesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "asinh, -Infinity, 0, Infinity, 0",
    "bent-identity, -Infinity, 0.5, Infinity, 1.5",
    "celu, -1, 0, Infinity, 1",
    "exponential, 0, 0, Infinity, Infinity",
    "isrlu, -1, 0, Infinity, 1",
    "mpelu, -0.25, 0, Infinity, 1",
    "pdelu, -1, 0, Infinity, 1",
    "pelu, -1, 0, Infinity, 1",
    "preu, -0.0, 0, Infinity, 1",
    "ptelu, -1, 0, Infinity, 1",
    "resp, 0, 0, Infinity, 1",
    "shifted-softplus, -0.6931471805599453, 0, Infinity, 1",
    "soft-exponential, -9.899999999999999, 0, Infinity, Infinity",
    "sparse-plus, 0, 0, Infinity, 1",
    "squareplus, 0, 0, Infinity, 1",
    "tanh-shrink, -Infinity, 1, Infinity, 1"
  })
  void limitsAreTaken(
      String id, Double lowValue, Double lowSlope, Double highValue, Double highSlope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.value(NEGATIVE_INFINITY)).isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).isEqualTo(highValue);
    assertThat(activation.slope(POSITIVE_INFINITY)).isEqualTo(highSlope);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "mpelu, alpha=0.5;beta=3, 1.5",
    "pdelu, alpha=0.6, 0.6",
    "ptelu, a=-0.5;b=1.5, 0.75",
    "resp, a=1, 0.5",
    "squareplus, b=0, 0"
  })
  void slopeAtTheKinkIsTheLeftOne(String id, String settings, double slope) {
    Activation activation = BuiltIns.configured(id, settings);
    assertThat(activation.kinks()).containsExactly(0);
    assertThat(activation.slope(0)).isEqualTo(slope);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "mpelu, alpha=0.5;beta=2",
    "pdelu, alpha=1",
    "ptelu, a=-0.5;b=2",
    "resp, a=0.5",
    "soft-exponential, alpha=0.5",
    "squareplus, b=1"
  })
  void kinksVanishWhereBothSidesAgree(String id, String settings) {
    assertThat(BuiltIns.configured(id, settings).kinks()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "celu, alpha=0.4, '(-0.4, ∞)'",
    "isrlu, alpha=4, '(-0.5, ∞)'",
    "isrlu, alpha=0, '(-∞, ∞)'",
    "mpelu, alpha=0.8;beta=1.7, '(-0.8, ∞)'",
    "mpelu, alpha=-0.8;beta=1.7, '[0, ∞)'",
    "pdelu, alpha=0.6, '[-0.6, ∞)'",
    "pdelu, alpha=0, '[0, ∞)'",
    "pelu, alpha=1.4;beta=0.6, '(-1.4, ∞)'",
    "preu, a=2;b=0.5, '[-1.4715177646857693, ∞)'",
    "preu, a=-2;b=0.5, '(-∞, 1.4715177646857693]'",
    "preu, a=1;b=-1, '(-∞, ∞)'",
    "preu, a=0;b=1, '[0, 0]'",
    "ptelu, a=-0.5;b=1.5, '(-0.5, ∞)'",
    "ptelu, a=1;b=0, '[0, ∞)'",
    "resp, a=0, '(0, 0.6931471805599453]'",
    "resp, a=-1, '(-∞, 0.6931471805599453]'",
    "soft-exponential, alpha=0, '(-∞, ∞)'",
    "soft-exponential, alpha=0.5, '(-1.5, ∞)'",
    "squareplus, b=0, '[0, ∞)'"
  })
  void rangeFollowsTheHyperparameters(String id, String settings, String range) {
    assertThat(BuiltIns.configured(id, settings).range()).hasToString(range);
  }

  @Test
  void endsOfRangesAreAttainedWhereTheySaySo() {
    assertThat(new Pdelu().value(-10)).isEqualTo(-1);
    assertThat(new Pdelu().value(-10 + 1e-9)).isGreaterThanOrEqualTo(-1);
    assertThat(new SparsePlus().value(-1)).isZero();
    assertThat(new Preu().value(-1)).isCloseTo(new Preu().range().lower(), within(1e-16));
  }

  /** Where subtracting would leave half of the places, or none. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "tanh-shrink, 1e-8, 3.3333333333333333e-25",
    "tanh-shrink, -1e-100, -3.3333333333333333e-301",
    "bent-identity, -1e-9, -9.9999999975e-10",
    "shifted-softplus, 1e-12, 5.00000000000125e-13",
    "squareplus, -1e9, 1e-9"
  })
  void smallDifferencesKeepTheirPlaces(String id, double x, double value) {
    assertThat(BuiltIns.named(id).value(x))
        .isCloseTo(value, within(Math.max(1e-15 * Math.abs(value), 1e-315)));
  }

  @Test
  void softExponentialGoesOnWithAConstantWhereTheLogarithmEnds() {
    Activation activation = BuiltIns.configured("soft-exponential", "alpha=-0.5");
    double floor = activation.range().lower();
    assertThat(activation.kinks()).containsExactly(-1.5);
    assertThat(activation.value(-1.5)).isEqualTo(floor);
    assertThat(activation.value(-1e300)).isEqualTo(floor);
    assertThat(activation.slope(-3)).isZero();
    assertThat(activation.value(Math.nextUp(-1.5))).isBetween(-75.0, -70.0);
  }

  @Test
  void softExponentialIsSmoothInItsParameter() {
    TrainableActivation activation = new SoftExponential();
    for (double x : new double[] {-2, 0.5, 3}) {
      double expected = 1 + x * x / 2;
      for (double alpha : new double[] {-1e-9, 0, 1e-9}) {
        double[] at = {alpha};
        assertThat(activation.value(x, at)).isCloseTo(x, within(1e-8));
        assertThat(activation.slopeBy(0, x, at)).isCloseTo(expected, within(1e-7));
      }
    }
  }

  @Test
  void sharingIsThatOfThePapers() {
    assertThat(new Pelu().sharing()).isEqualTo(Sharing.LAYER);
    assertThat(new Mpelu().sharing()).isEqualTo(Sharing.UNIT);
    assertThat(new SoftExponential().sharing()).isEqualTo(Sharing.UNIT);
    assertThat(new Preu().sharing()).isEqualTo(Sharing.FIXED);
  }
}
