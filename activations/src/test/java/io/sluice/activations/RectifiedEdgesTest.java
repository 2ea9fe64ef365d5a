package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinks, ends of the real line and ranges of the rectifiers. */
class RectifiedEdgesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "rrelu, -Infinity, 0.22916666666666666, Infinity, 1",
    "relu6, 0, 0, 6, 0",
    "thresholded-relu, 0, 0, Infinity, 1",
    "shifted-relu, -1, 0, Infinity, 1",
    "frelu-bias, 0, 0, Infinity, 1",
    "abslu, Infinity, -0.01, Infinity, 1",
    "abs, Infinity, -1, Infinity, 1",
    "squared-relu, 0, 0, Infinity, Infinity",
    "star-relu, -0.4472, 0, Infinity, Infinity",
    "nlrelu, 0, 0, Infinity, 0",
    "srelu, -Infinity, 0.2, Infinity, 0.2",
    "apl, Infinity, -0.2, Infinity, 1",
    "arelu, -Infinity, 0.9, Infinity, 1.8807970779778822",
    "dprelu, -Infinity, 0.01, Infinity, 1",
    "dualline, -Infinity, 0.01, Infinity, 1",
    "pilu, -Infinity, 0.01, Infinity, 1",
    "shilu, 0, 0, Infinity, 1",
    "qrelu, Infinity, -Infinity, Infinity, 1",
    "m-qrelu, Infinity, -0.99, Infinity, 1",
    "hat, 0, 0, 0, 0",
    "hard-shrink, -Infinity, 1, Infinity, 1",
    "soft-shrink, -Infinity, 1, Infinity, 1"
  })
  void limitsAreTaken(
      String id, double lowValue, double lowSlope, double highValue, double highSlope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.value(NEGATIVE_INFINITY)).isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).isEqualTo(highValue);
    assertThat(activation.slope(POSITIVE_INFINITY)).isEqualTo(highSlope);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "abslu, a=0",
    "apl, a=0;b=1",
    "dprelu, a=0;b=0",
    "dualline, a=0;b=0;m=0.5",
    "pilu, a=0;b=0;c=2",
    "rrelu, l=0;u=0",
    "shilu, a=0;b=1",
    "srelu, tr=1;ar=0;tl=-1;al=0",
    "star-relu, s=0;b=1"
  })
  void slopesOfZeroGiveALimitAtTheInfinities(String id, String settings) {
    Activation activation = BuiltIns.configured(id, settings);
    assertThat(activation.value(NEGATIVE_INFINITY)).isEqualTo(activation.value(-1e3));
    assertThat(activation.value(NEGATIVE_INFINITY)).isFinite();
    assertThat(activation.value(POSITIVE_INFINITY)).isNotNaN();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "rrelu, 0, 0.22916666666666666",
    "relu6, 0, 0",
    "relu6, 6, 1",
    "thresholded-relu, 1, 0",
    "shifted-relu, -1, 0",
    "frelu-bias, 0, 0",
    "abslu, 0, -0.01",
    "abs, 0, -1",
    "nlrelu, 0, 0",
    "srelu, -1, 0.2",
    "srelu, 1, 1",
    "apl, 0, -0.2",
    "arelu, 0, 0.9",
    "dprelu, 0, 0.01",
    "dualline, 0, 0.01",
    "pilu, 0, 0.01",
    "shilu, 0, 0",
    "qrelu, 0, -0.02",
    "m-qrelu, 0, -0.99",
    "hat, 0, 0",
    "hat, 0.5, 1",
    "hat, 1, -1",
    "hard-shrink, -0.5, 1",
    "hard-shrink, 0.5, 0",
    "soft-shrink, -0.5, 1",
    "soft-shrink, 0.5, 0"
  })
  void slopeAtTheKinkIsTheLeftOne(String id, double kink, double slope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.kinks()).contains(kink);
    assertThat(activation.slope(kink)).isEqualTo(slope);
    assertThat(activation.slope(Math.nextDown(kink))).isEqualTo(slope);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "thresholded-relu, 1, 0",
    "thresholded-relu, 1.0000000000000002, 1.0000000000000002",
    "hard-shrink, 0.5, 0",
    "hard-shrink, -0.5, 0",
    "hard-shrink, -0.5000000000000001, -0.5000000000000001",
    "soft-shrink, 0.5, 0",
    "relu6, 6, 6",
    "hat, 0.5, 0.5"
  })
  void valueAtTheEdgeIsTheDeclaredOne(String id, double x, double value) {
    assertThat(BuiltIns.named(id).value(x)).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "abslu, a=-0.5, '(-∞, ∞)'",
    "abslu, a=0, '[0, ∞)'",
    "apl, a=0.5;b=2, '[1, ∞)'",
    "apl, a=3;b=2, '[2, ∞)'",
    "apl, a=0.5;b=-2, '[0, ∞)'",
    "apl, a=-0.1;b=2, '(-∞, ∞)'",
    "dprelu, a=-1;b=1, '(-∞, 0]'",
    "dprelu, a=0;b=0, '[0, 0]'",
    "dualline, a=1;b=-1;m=0.5, '[0.5, ∞)'",
    "frelu-bias, b=-0.5, '[-0.5, ∞)'",
    "hat, a=3, '[0, 1.5]'",
    "pilu, a=1;b=0;c=-2, '[-2, ∞)'",
    "prelu, a=-0.5, '[0, ∞)'",
    "prelu, a=0.5, '(-∞, ∞)'",
    "rrelu, l=-1;u=0.5, '[0, ∞)'",
    "shilu, a=-2;b=1, '(-∞, 1]'",
    "srelu, tr=1;ar=0;tl=-2;al=0, '[-2, 1]'",
    "srelu, tr=1;ar=0;tl=-2;al=1, '(-∞, 1]'",
    "srelu, tr=1;ar=-1;tl=-2;al=0, '(-∞, 1]'",
    "srelu, tr=-1;ar=0;tl=1;al=-0.5, '[-1, ∞)'",
    "srelu, tr=-1;ar=0;tl=1;al=0, '[-1, 1]'",
    "srelu, tr=-1;ar=0;tl=1;al=0.5, '(-∞, 0)'",
    "star-relu, s=-1;b=0.5, '(-∞, 0.5]'",
    "star-relu, s=0;b=0.5, '[0.5, 0.5]'",
    "thresholded-relu, theta=-1, '(-1, ∞)'",
    "thresholded-relu, theta=2, '[0, ∞)'"
  })
  void rangeFollowsTheHyperparameters(String id, String settings, String range) {
    assertThat(BuiltIns.configured(id, settings).range()).hasToString(range);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "abslu, a=-1, ''",
    "apl, a=-1;b=0, ''",
    "apl, a=0;b=3, '0.0'",
    "apl, a=1;b=-3, '-3.0 0.0'",
    "apl, a=1;b=3, '0.0 3.0'",
    "dprelu, a=2;b=2, ''",
    "dualline, a=2;b=2;m=1, ''",
    "hard-shrink, lambda=0, ''",
    "hard-shrink, lambda=2, '-2.0 2.0'",
    "hat, a=3, '0.0 1.5 3.0'",
    "pilu, a=0.5;b=0.25;c=3, '3.0'",
    "rrelu, l=0.5;u=1.5, ''",
    "shilu, a=0;b=1, ''",
    "soft-shrink, lambda=0, ''",
    "srelu, tr=1;ar=1;tl=-1;al=0.5, '-1.0'",
    "srelu, tr=1;ar=0.5;tl=-1;al=1, '1.0'",
    "srelu, tr=0;ar=0.5;tl=0;al=0.5, ''",
    "srelu, tr=-1;ar=0.5;tl=1;al=0.5, '-1.0'",
    "srelu, tr=-1;ar=1;tl=1;al=1, ''"
  })
  void kinksFollowTheHyperparameters(String id, String settings, String kinks) {
    double[] expected =
        kinks.isEmpty()
            ? new double[0]
            : Arrays.stream(kinks.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(BuiltIns.configured(id, settings).kinks()).containsExactly(expected);
  }

  @Test
  void slopesByThresholdsAreMeansOfBothSidesAtTheThresholds() {
    assertThat(new Srelu().slopeBy(0, 1, new double[] {1, 0.2, -1, 0.4})).isEqualTo(0.4);
    assertThat(new Srelu().slopeBy(2, -1, new double[] {1, 0.2, -1, 0.4})).isEqualTo(0.3);
    assertThat(new Apl().slopeBy(1, 2, new double[] {0.5, 2})).isEqualTo(0.25);
    assertThat(new Pilu().slopeBy(2, 3, new double[] {0.5, 0.25, 3})).isEqualTo(0.625);
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
  void starReluKeepsItsAccuracyWhereItsTermsCancel() {
    double value = new StarRelu().value(0.7071067811865476);
    assertThat(value).isEqualTo(6.113947263412823e-17);
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
    "shilu, FIXED"
  })
  void parametersAreSharedAsInThePaper(String id, Sharing sharing) {
    assertThat(((TrainableActivation) BuiltIns.named(id)).sharing()).isEqualTo(sharing);
  }
}
