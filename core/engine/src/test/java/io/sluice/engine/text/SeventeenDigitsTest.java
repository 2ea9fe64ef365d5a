package io.sluice.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeventeenDigitsTest {

  /** What {@code printf("%.17g")} of the C library prints. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.10000000000000001",
    "0.5, 0.5",
    "100, 100",
    "1e16, 10000000000000000",
    "1e17, 1e+17",
    "123456789012345678, 1.2345678901234568e+17",
    "0.0001, 0.0001",
    "0.00001, 1.0000000000000001e-05",
    "-2.5e-7, -2.4999999999999999e-07",
    "4.9e-324, 4.9406564584124654e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "-0.0, -0",
    "NaN, NaN",
    "-Infinity, -Infinity",
  })
  void isSpelledAsInC(double number, String text) {
    assertThat(NumberText.seventeen(number)).isEqualTo(text);
  }

  @Test
  void everySpellingReadsBackAsTheSameDouble() {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      assertThat(NumberText.read(NumberText.seventeen(number))).contains(number);
    }
  }

  @Test
  void whatIsNoNumberIsNone() {
    assertThat(NumberText.read("1,5")).isEmpty();
    assertThat(NumberText.read("")).isEmpty();
    assertThat(NumberText.read("-INF")).contains(Double.NEGATIVE_INFINITY);
  }
}
