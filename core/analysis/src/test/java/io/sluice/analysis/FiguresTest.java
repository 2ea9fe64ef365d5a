package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void numbersHaveThreeSignificantDigits() {
    assertThat(Figures.number(212.34)).isEqualTo("212");
    assertThat(Figures.number(12345)).isEqualTo("12300");
    assertThat(Figures.number(0.0012345)).isEqualTo("0.00123");
    assertThat(Figures.number(1.2e-7)).isEqualTo("1.2e-7");
    assertThat(Figures.number(-2.5e8)).isEqualTo("-2.5e8");
    assertThat(Figures.number(0)).isEqualTo("0");
    assertThat(Figures.number(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Figures.number(Double.NaN)).isEqualTo("unknown");
  }

  @Test
  void declaredNumbersKeepTheirDigits() {
    assertThat(Figures.exact(0.001)).isEqualTo("0.001");
    assertThat(Figures.exact(1e-6)).isEqualTo("1e-6");
    assertThat(Figures.exact(12345.678)).isEqualTo("12345.678");
    assertThat(Figures.exact(-10)).isEqualTo("-10");
  }

  @Test
  void sharesOfVarianceHaveADigitAfterThePointBelowTen() {
    assertThat(Figures.share(new Estimate(0.0749, 0.071, 0.1234))).isEqualTo("7.5 % [7.1, 12]");
    assertThat(Figures.share(new Estimate(-0.01, -0.02, 1.5))).isEqualTo("0 % [0, 100]");
    assertThat(Figures.share(Estimate.withoutInterval(Double.NaN))).isEqualTo("unknown %");
  }

  @Test
  void percentsHaveADigitAfterThePointOnlyNearTheEnds() {
    assertThat(Figures.percent(0.4149)).isEqualTo("41 %");
    assertThat(Figures.percent(1)).isEqualTo("100 %");
    assertThat(Figures.percent(0)).isEqualTo("0 %");
    assertThat(Figures.percent(0.0042)).isEqualTo("0.4 %");
    assertThat(Figures.percent(0.0001)).isEqualTo("<0.1 %");
    assertThat(Figures.percent(0.996)).isEqualTo("99.6 %");
    assertThat(Figures.percent(0.99999)).isEqualTo(">99.9 %");
  }

  @Test
  void intervalsStandInBrackets() {
    assertThat(Figures.percent(new Estimate(0.41, 0.38, 0.44))).isEqualTo("41 % [38, 44]");
    assertThat(Figures.percent(Estimate.withoutInterval(0.41))).isEqualTo("41 %");
    assertThat(Figures.number(new Estimate(212, 198.4, Double.POSITIVE_INFINITY)))
        .isEqualTo("212 [198, ∞]");
  }

  @Test
  void probabilitiesHaveTwoDigits() {
    assertThat(Figures.probability(0.0123)).isEqualTo("p = 0.012");
    assertThat(Figures.probability(1)).isEqualTo("p = 1");
    assertThat(Figures.probability(1e-9)).isEqualTo("p < 0.0001");
  }
}
