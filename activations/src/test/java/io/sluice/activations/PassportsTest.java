package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.passport.Extreme;
import io.sluice.passport.Finding;
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
