package io.sluice.activations;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import io.sluice.spi.TrainableActivation.Sharing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one activation promises, or a few, beyond the tables of {@link EdgesTest}. */
class ParticularsTest {

  @Test
  void stepsSayWhatTheyAreAtZero() {
    assertThat(BuiltIns.named("heaviside").value(0.0)).isEqualTo(1);
    assertThat(BuiltIns.named("heaviside").value(-0.0)).isEqualTo(1);
    assertThat(BuiltIns.named("heaviside").value(-Double.MIN_VALUE)).isZero();
    assertThat(BuiltIns.named("sign").value(0.0)).isEqualTo(-1);
    assertThat(BuiltIns.named("sign").value(-0.0)).isEqualTo(-1);
    assertThat(BuiltIns.named("sign").value(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(BuiltIns.named("sign").value(NaN)).isNaN();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "bipolar-sigmoid, tanh-half",
    "hard-sigmoid-half, sparse-sigmoid",
    "swish-1, silu",
    "swish-beta, acon-a",
    "telu, tanhexp"
  })
  void sameFunctionUnderTwoNamesIsOneActivation(String alias, String id) {
    assertThat(BuiltIns.named(alias)).isSameAs(BuiltIns.named(id));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "prelu, UNIT",
    "srelu, UNIT",
    "apl, UNIT",
    "frelu-bias, LAYER",
    "star-relu, LAYER",
    "arelu, LAYER",
    "dprelu, FIXED",
    "dualline, FIXED",
    "pilu, FIXED",
    "shilu, FIXED",
    "pelu, LAYER",
    "mpelu, UNIT",
    "soft-exponential, UNIT",
    "preu, FIXED"
  })
  void parametersAreSharedAsInThePaper(String id, Sharing sharing) {
    assertThat(((TrainableActivation) BuiltIns.named(id)).sharing()).isEqualTo(sharing);
  }

  @Test
  void slopesByThresholdsOfSreluAreMeansOfBothSidesAtTheThresholds() {
    assertThat(new Srelu().slopeBy(0, 1, new double[] {1, 0.2, -1, 0.4})).isEqualTo(0.4);
    assertThat(new Srelu().slopeBy(2, -1, new double[] {1, 0.2, -1, 0.4})).isEqualTo(0.3);
  }

  @Test
  void areluHoldsAlpha() {
    Arelu arelu = new Arelu();
    assertThat(arelu.slope(-1, new double[] {5, 0})).isEqualTo(0.99);
    assertThat(arelu.slope(-1, new double[] {-5, 0})).isEqualTo(0.01);
    assertThat(arelu.slopeBy(0, -1, new double[] {5, 0})).isZero();
    assertThat(arelu.slopeBy(0, -1, new double[] {0.5, 0})).isEqualTo(-1);
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
  void parabolasOfPdeluMeetTheirEndFromAbove() {
    assertThat(new Pdelu().value(-10 + 1e-9)).isGreaterThanOrEqualTo(-1);
  }

  @Test
  void membersOfTheAconFamilyAgreeWhereTheyMeet() {
    TrainableActivation narrow = new AconA();
    TrainableActivation middle = new AconB();
    TrainableActivation wide = new AconC();
    for (double x : new double[] {-3, -0.5, 0, 0.7, 4}) {
      double[] p = {1, 0, 1.5};
      assertThat(narrow.value(x, new double[] {1.5})).isEqualTo(wide.value(x, p));
      assertThat(narrow.slopeBy(0, x, new double[] {1.5})).isEqualTo(wide.slopeBy(2, x, p));
      assertThat(middle.slopeBy(0, x, new double[] {0, 1.5})).isEqualTo(wide.slopeBy(1, x, p));
      assertThat(wide.slopeBy(0, x, p) + wide.slopeBy(1, x, p)).isCloseTo(x, within(1e-15));
    }
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
  void quotientsOfPolynomialsHaveAKinkWhereTheDenominatorTurns() {
    assertThat(new Pau().kinks()).hasSize(2).contains(0);
    assertThat(new Pau().kinks()[0]).isCloseTo(-0.2853079475362701, within(1e-15));
    assertThat(BuiltIns.configured("pau", "a0=0").kinks()).hasSize(1);
  }

  @Test
  void quotientsOfPolynomialsHoldOutFarAway() {
    Pau pau = new Pau();
    double steepness = 0.25281987 / 0.34885983;
    assertThat(pau.value(1e200)).isCloseTo(steepness * 1e200, within(1e-13 * 1e200));
    assertThat(pau.value(-1e29)).isCloseTo(-steepness * 1e29, within(1e-13 * 1e29));
    assertThat(pau.slope(1e200)).isCloseTo(steepness, within(1e-13));
  }
}
