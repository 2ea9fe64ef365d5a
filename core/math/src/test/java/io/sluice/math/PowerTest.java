package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** x^y: every special pair, the exact ones, and the error over a million pairs. */
class PowerTest {

  static final double LIMIT = 1.19;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    -0.5,
    3,
    -3,
    1.5,
    -1.5,
    1 / 3.0,
    1e300,
    -1e300,
    0x1p53,
    0x1p52 + 1,
    0x1.fffffffffffffp52,
    -0x1.fffffffffffffp52,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1 / 0.0,
    -1 / 0.0,
    0 / 0.0,
    Math.nextDown(1.0),
    Math.nextUp(1.0),
    -Math.nextDown(1.0),
    1074,
    -1074,
    1024,
    -1023
  };

  @Test
  void specialPairsGiveWhatTheStandardLibraryGives() {
    for (double x : SPECIAL) {
      for (double y : SPECIAL) {
        double expected = StrictMath.pow(x, y);
        double unit = Double.isInfinite(expected) ? 0 : Math.ulp(expected);
        double value = Power.pow(x, y);
        if (Math.abs(value - expected) <= unit && expected != 0 && Math.abs(expected) != 1) {
          assertThat(Math.signum(value)).isEqualTo(Math.signum(expected));
        } else {
          assertThat(Double.doubleToLongBits(value))
              .as("pow(%s, %s) = %s", x, y, value)
              .isEqualTo(Double.doubleToLongBits(expected));
        }
      }
    }
  }

  @Test
  void wholePowersOfWholeNumbersAreExact() {
    for (int x = -100; x <= 100; x++) {
      double expected = 1;
      for (int y = 0; Math.abs(expected) <= 0x1p53; y++) {
        assertThat(Power.pow(x, y)).as("pow(%d, %d)", x, y).isEqualTo(expected);
        expected *= x;
        if (Math.abs(x) <= 1 && y > 10) {
          break;
        }
      }
    }
  }

  @Test
  void powersOfTwoAreExact() {
    for (int y = -1074; y < 1024; y++) {
      assertThat(Power.pow(2, y)).isEqualTo(Math.scalb(1.0, y));
      assertThat(Power.pow(0.5, y)).isEqualTo(Math.scalb(1.0, -y));
    }
  }

  @Test
  void exponentOneGivesTheBaseAndTwoItsSquare() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 10_000; i++) {
      double x = random.nextDouble(-1000, 1000);
      assertThat(Power.pow(x, 1)).isEqualTo(x);
      assertThat(Math.abs(Power.pow(x, 2) - x * x)).isLessThanOrEqualTo(Math.ulp(x * x));
    }
  }

  @Test
  void largestErrorOverAMillionPairsIsTheDocumentedOne() {
    SplittableRandom random = new SplittableRandom(20260101);
    double worst = 0;
    String where = "";
    int pairs = 0;
    while (pairs < 1_050_000) {
      double x = base(random, pairs % 7);
      double y = exponent(random, pairs % 7, x);
      double error = Math.abs(Reference.pow(x, y).excess(Power.pow(x, y)));
      if (!(error <= worst)) {
        worst = error;
        where = x + ", " + y;
      }
      pairs++;
    }
    LargestErrors.note("pow", worst, where);
    assertThat(worst).as("pow(%s)", where).isBetween(LIMIT - 0.01, LIMIT);
  }

  @Test
  void referenceLiesWhereTheFixtureSays() throws IOException {
    for (String[] each : fixture()) {
      double nearest = number(each[2]);
      double rest = -Reference.pow(number(each[0]), number(each[1])).excess(nearest);
      // The fixture holds three digits of the rest.
      assertThat(Math.abs(rest - Double.parseDouble(each[3])))
          .as("pow(%s, %s)", number(each[0]), number(each[1]))
          .isLessThan(0.00051);
    }
  }

  @Test
  void errorStaysBelowTheDocumentedOneAtTheFixtures() throws IOException {
    List<String[]> fixture = fixture();
    assertThat(fixture).hasSizeGreaterThan(1000);
    for (String[] each : fixture) {
      double x = number(each[0]);
      double y = number(each[1]);
      Fixture exact = new Fixture(x, number(each[2]), Double.parseDouble(each[3]));
      assertThat(exact.error(Power.pow(x, y))).as("pow(%s, %s)", x, y).isLessThan(LIMIT);
    }
  }

  @Test
  void blocksGiveTheBitsOfTheScalar() {
    double[] x = new double[SPECIAL.length * SPECIAL.length];
    double[] y = new double[x.length];
    double[] expected = new double[x.length];
    double[] thirds = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = SPECIAL[i / SPECIAL.length];
      y[i] = SPECIAL[i % SPECIAL.length];
      expected[i] = Power.pow(x[i], y[i]);
      thirds[i] = Power.pow(x[i], 1 / 3.0);
    }
    double[] power = x.clone();
    Power.pows(power, y, power, 0, x.length);
    assertThat(bits(power)).isEqualTo(bits(expected));
    Power.pows(x, 1 / 3.0, x, 0, x.length);
    assertThat(bits(x)).isEqualTo(bits(thirds));
  }

  /** Every size; beside 1; ordinary; negative; subnormal. */
  private static double base(SplittableRandom random, int kind) {
    double mantissa = random.nextDouble(1, 2);
    double any = Math.scalb(mantissa, random.nextInt(-1022, 1024));
    switch (kind) {
      case 0:
        return any;
      case 1:
        return 1 + Math.scalb(random.nextBoolean() ? mantissa : -mantissa, -random.nextInt(2, 54));
      case 2:
        return random.nextDouble(0, 4);
      case 3:
        return -Math.scalb(mantissa, random.nextInt(-30, 30));
      case 4:
        return Double.MIN_VALUE * random.nextLong(1, 1L << 52);
      case 5:
        return random.nextDouble(0.5, 2);
      default:
        return any;
    }
  }

  private static double exponent(SplittableRandom random, int kind, double x) {
    double logarithm = StrictMath.log(Math.abs(x)) / StrictMath.log(2);
    switch (kind) {
      case 2:
        return random.nextDouble(-20, 20);
      case 3:
        return random.nextInt(-30, 31);
      case 4:
        return new double[] {0.5, -0.5, 1 / 3.0, 2, -1, 0.9, 0.01}[random.nextInt(7)];
      case 6:
        return (random.nextBoolean()
                ? random.nextDouble(-1076, -1020)
                : random.nextDouble(1020, 1025))
            / logarithm;
      default:
        return logarithm == 0 ? 1 : random.nextDouble(-1076, 1025) / logarithm;
    }
  }

  private static List<String[]> fixture() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PowerTest.class.getResourceAsStream("pow.txt"), StandardCharsets.US_ASCII))) {
      return lines.lines().map(line -> line.split(" ")).toList();
    }
  }

  private static double number(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }
}
