package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.moments.EdgeOfChaos;
import io.sluice.passport.EdgePoint;
import io.sluice.passport.Extreme;
import io.sluice.passport.Finding;
import io.sluice.passport.NormalSums;
import io.sluice.passport.Passport;
import io.sluice.passport.Slopes;
import io.sluice.spi.Activation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The passports of the built-in activations: they contradict nothing, and their extreme slopes are
 * those of a table computed by mpmath to 15 digits. The table also has functions that are none of
 * this plugin; those that come are checked without further ado.
 */
class PassportsTest {

  static List<Activation> builtIns() {
    return BuiltIns.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builtIns")
  void nothingIsContradicted(Activation activation) {
    assertThat(Passport.findings(activation).stream().filter(Finding::isContradiction)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slopes")
  void extremeSlopesAreExact(String id, double greatest, double least, double lipschitz) {
    Slopes slopes = Passport.slopes(BuiltIns.named(id));
    same(slopes.greatest(), greatest);
    same(slopes.least(), least);
    same(slopes.steepest(), lipschitz);
  }

  private static void same(Extreme found, double expected) {
    if (Double.isInfinite(expected)) {
      assertThat(found.value()).isEqualTo(expected);
    } else {
      assertThat(found.value())
          .isCloseTo(expected, within(1e-12 * Math.max(1e-3, Math.abs(expected))));
    }
  }

  /** Digits of published tables and of quadratures by other programs. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "tanh, 1.59254, 1.46741",
    "relu, 1.41421, 1.41421",
    "elu, 1.24520,",
    "silu, 1.67653,",
    "snake, 0.87458,"
  })
  void gainsAreThoseOfTheirDefinitions(String id, double forward, Double backward) {
    NormalSums sums = Passport.of(BuiltIns.named(id)).sums();
    assertThat(sums.forwardGain()).isCloseTo(forward, within(5.1e-6));
    if (backward != null) {
      assertThat(sums.backwardGain()).isCloseTo(backward, within(5.1e-6));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "tanh, 0.05, 1.12254, 0.15369",
    "tanh, 0.2, 1.30415, 0.51208",
    "tanh, 0.5, 1.54967,",
    "elu, 0.1, 1.17615, 0.43783",
    "relu, 0, 1.41421, 0"
  })
  void edgesOfChaosAreThoseOfOtherQuadratures(
      String id, double bias, double weights, Double variance) {
    EdgeOfChaos edge =
        Passport.of(BuiltIns.named(id)).edgeOfChaos().stream()
            .filter(point -> point.biasDeviation() == bias)
            .findAny()
            .flatMap(EdgePoint::solution)
            .orElseThrow();
    assertThat(edge.weightDeviation()).isCloseTo(weights, within(5.1e-6));
    if (variance != null) {
      assertThat(edge.variance()).isCloseTo(variance, within(5.1e-6));
    }
  }

  @Test
  void reluHasNoEdgeWithBiases() {
    assertThat(Passport.of(new Relu()).edgeOfChaos())
        .hasSize(5)
        .filteredOn(point -> point.solution().isPresent())
        .extracting(EdgePoint::biasDeviation)
        .containsExactly(0.0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "silu, -0.278465, -1.278465",
    "gelu, -0.169971, -0.751792",
    "mish, -0.308841, ",
    "selu, -1.758099,",
    "elu, -1,"
  })
  void lowestValuesAreThoseOfTables(String id, double least, Double place) {
    Extreme found = Passport.of(BuiltIns.named(id)).range().least();
    assertThat(found.value()).isCloseTo(least, within(5e-6));
    if (place != null) {
      assertThat(found.place().x()).isCloseTo(place, within(1e-6));
    }
  }

  @Test
  void theTableHasMostOfThePlugin() {
    assertThat(slopes()).hasSizeGreaterThanOrEqualTo(8);
  }

  static Stream<String[]> slopes() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PassportsTest.class.getResourceAsStream("slopes.csv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.split(","))
          .filter(row -> BuiltIns.all().stream().anyMatch(each -> each.id().equals(row[0])))
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
