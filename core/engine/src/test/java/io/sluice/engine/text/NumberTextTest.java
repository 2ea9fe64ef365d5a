package io.sluice.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void wholeNumbersHaveNoPoint() {
    assertThat(NumberText.of(10)).isEqualTo("10");
    assertThat(NumberText.of(-3)).isEqualTo("-3");
    assertThat(NumberText.of(999_999_999_999_999.0)).isEqualTo("999999999999999");
  }

  @Test
  void zerosKeepTheirSign() {
    assertThat(NumberText.of(0)).isEqualTo("0");
    assertThat(NumberText.of(-0.0)).isEqualTo("-0");
  }

  @Test
  void numbersThatAreNotFiniteHaveTheirNames() {
    assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
    assertThat(NumberText.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void exponentsBeginBelowFourZerosAndAboveFifteenDigits() {
    assertThat(NumberText.of(0.0001)).isEqualTo("0.0001");
    assertThat(NumberText.of(0.00012345)).isEqualTo("0.00012345");
    assertThat(NumberText.of(0.00001)).isEqualTo("1e-5");
    assertThat(NumberText.of(-1.25e-8)).isEqualTo("-1.25e-8");
    assertThat(NumberText.of(1e14)).isEqualTo("100000000000000");
    assertThat(NumberText.of(1e15)).isEqualTo("1e15");
    assertThat(NumberText.of(-2.5e20)).isEqualTo("-2.5e20");
    assertThat(NumberText.of(123456.789)).isEqualTo("123456.789");
  }

  @Test
  void shortestDecimalIsTakenWhereOlderJdksPrintMore() {
    assertThat(NumberText.of(2.0E-3)).isEqualTo("0.002");
    assertThat(NumberText.of(1.0E23)).isEqualTo("1e23");
    assertThat(NumberText.of(2.0E23)).isEqualTo("2e23");
    assertThat(NumberText.of(8.41E21)).isEqualTo("8.41e21");
    assertThat(NumberText.of(2.2250738585072014E-308)).isEqualTo("2.2250738585072014e-308");
    assertThat(NumberText.of(4.9E-324)).isEqualTo("5e-324");
    assertThat(NumberText.of(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e308");
    assertThat(NumberText.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }

  @Test
  void powersOfTwoMayBeRoundedAwayFromZero() {
    assertThat(NumberText.of(Math.scalb(1.0, -1017))).isEqualTo("7.120236347223045e-307");
    assertThat(NumberText.of(Math.scalb(-1.0, -1007))).isEqualTo("-7.291122019556398e-304");
    assertThat(NumberText.of(Math.scalb(1.0, -788))).isEqualTo("6.142758149716505e-238");
  }

  @Test
  void ofTwoEquallyNearDecimalsTheEvenOneIsTaken() {
    assertThat(NumberText.of(945471679030878.25)).isEqualTo("945471679030878.2");
    assertThat(NumberText.of(776756067319649.25)).isEqualTo("776756067319649.2");
  }

  @Test
  void everyTextReadsBackAsTheSameDouble() {
    RandomStream random = new RandomStream(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(NumberText.of(value))).isEqualTo(value);
      }
    }
    for (int i = 0; i < 5_000; i++) {
      double subnormal = Double.longBitsToDouble(random.nextLong() >>> (12 + i % 52));
      assertThat(Double.parseDouble(NumberText.of(subnormal))).isEqualTo(subnormal);
    }
  }

  @Test
  void shortDecimalsComeOutAsTheyWentIn() {
    RandomStream random = new RandomStream(2);
    for (int i = 0; i < 20_000; i++) {
      long digits = 10 * (random.nextLong() >>> 20) + 1 + random.nextInt(9);
      int exponent = -300 + random.nextInt(590);
      String mantissa = Long.toString(digits % 1_000_000_000_000_000L);
      String plain = mantissa.charAt(0) + "." + mantissa.substring(1) + "e" + exponent;
      double value = Double.parseDouble(plain);
      String text = NumberText.of(value);
      if (text.contains("e") && mantissa.length() > 1) {
        assertThat(text).isEqualTo(plain);
      }
    }
  }

  @Test
  void decimalsOfFewDigitsAreWrittenAsTheyAre() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal decimal =
          BigDecimal.valueOf(random.nextLong() >> (20 + random.nextInt(40)), random.nextInt(9))
              .stripTrailingZeros();
      String text = NumberText.of(decimal.doubleValue());

      assertThat(new BigDecimal(text))
          .isEqualByComparingTo(new BigDecimal(decimal.doubleValue()).round(new MathContext(15)));
      assertThat(Double.parseDouble(text)).isEqualTo(decimal.doubleValue());
      if (decimal.abs().compareTo(new BigDecimal("0.0001")) >= 0) {
        assertThat(text).isEqualTo(decimal.toPlainString());
      }
    }
  }
}
