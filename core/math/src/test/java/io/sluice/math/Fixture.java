package io.sluice.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One line of a fixture: the exact value at x is the nearest double plus a rest in units in its
 * last place.
 */
record Fixture(double x, double nearest, double rest) {

  static List<Fixture> of(String function) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Fixture.class.getResourceAsStream(function + ".txt"), StandardCharsets.US_ASCII))) {
      return lines.lines().map(Fixture::parsed).toList();
    }
  }

  private static Fixture parsed(String line) {
    String[] parts = line.split(" ");
    return new Fixture(number(parts[0]), number(parts[1]), Double.parseDouble(parts[2]));
  }

  private static double number(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }

  /** How far a value is from the exact one, in units in the last place. */
  double error(double value) {
    double difference = value == nearest ? 0 : (value - nearest) / Math.ulp(nearest);
    return Math.abs(difference - rest);
  }
}
