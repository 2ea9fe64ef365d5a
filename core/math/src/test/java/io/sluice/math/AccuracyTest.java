package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The error of every function, in units in the last place, is what its doc admits. */
class AccuracyTest {

  static List<Functions.Function> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errorStaysBelowTheDocumentedOne(Functions.Function function) throws IOException {
    double worst = 0;
    double where = 0;
    int lines = 0;
    try (BufferedReader fixture = open(function.name() + ".txt")) {
      for (String line = fixture.readLine(); line != null; line = fixture.readLine()) {
        String[] parts = line.split(" ");
        double x = Double.longBitsToDouble(Long.parseUnsignedLong(parts[0], 16));
        double nearest = Double.longBitsToDouble(Long.parseUnsignedLong(parts[1], 16));
        double error = error(function.scalar().applyAsDouble(x), nearest, parts[2]);
        if (!(error <= worst)) {
          worst = error;
          where = x;
        }
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(1000);
    assertThat(worst).as("%s(%s)", function, where).isLessThanOrEqualTo(function.limit());
  }

  /** The exact value is the nearest double plus a rest in its ulps. */
  private static double error(double value, double nearest, String rest) {
    double difference = value == nearest ? 0 : (value - nearest) / Math.ulp(nearest);
    return Math.abs(difference - Double.parseDouble(rest));
  }

  private static BufferedReader open(String name) {
    return new BufferedReader(
        new InputStreamReader(
            AccuracyTest.class.getResourceAsStream(name), StandardCharsets.US_ASCII));
  }
}
