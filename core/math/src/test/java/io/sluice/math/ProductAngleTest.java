package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductAngleTest {

  /** Exact values of the doubles' own product, by mpmath with 60 digits. */
  @ParameterizedTest(name = "{0} times {1}")
  @CsvSource({
    "30.0, 0.1, 0.141120008059867057, -0.989992496600445481",
    "0.3, 330000.0, 0.846455381264156591, -0.532459658123459436",
    "1000000.0, 0.7, 0.247689697240232101, -0.968839415941074395",
    "-7.1, 22.3, -0.949100379703487544, 0.314973759616092099",
    "100000000.0, 0.3, 0.964130298193269017, -0.265429403242666704"
  })
  void whatRoundingTheProductLostIsMadeGood(double rate, double x, double sine, double cosine) {
    assertThat(ProductAngle.sin(rate, x)).isCloseTo(sine, within(2 * Math.ulp(sine)));
    assertThat(ProductAngle.cos(rate, x)).isCloseTo(cosine, within(2 * Math.ulp(cosine)));
  }

  @Test
  void productThatOverflowsHasTheMeanOfAllPhases() {
    assertThat(ProductAngle.sin(1e200, 1e200)).isZero();
    assertThat(ProductAngle.cos(1e200, -1e200)).isZero();
  }

  @Test
  void infinityHasNoPhase() {
    assertThat(ProductAngle.sin(2, Double.POSITIVE_INFINITY)).isNaN();
    assertThat(ProductAngle.cos(2, Double.NEGATIVE_INFINITY)).isNaN();
    assertThat(ProductAngle.cos(0, Double.POSITIVE_INFINITY)).isNaN();
  }
}
