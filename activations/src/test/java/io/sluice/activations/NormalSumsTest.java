package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.moments.EdgeOfChaos;
import io.sluice.moments.NormalMoments;
import io.sluice.spi.Activation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What activations do to normal sums, against integrals of mpmath with more digits. The tables also
 * have functions that are none of this plugin; those that come are checked without further ado.
 */
class NormalSumsTest {

  private static final double BIAS = 0.2;

  static Stream<String[]> moments() {
    return rows("normal-moments.csv");
  }

  static Stream<String[]> edges() {
    return rows("edges-of-chaos.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("moments")
  void momentsAndGainsAreExact(
      String id, double moment, double slopeMoment, double forward, double backward) {
    NormalMoments moments = NormalMoments.of(BuiltIns.named(id));
    assertThat(moments.secondMoment()).isCloseTo(moment, within(1e-12 * moment));
    assertThat(moments.slopeSecondMoment()).isCloseTo(slopeMoment, within(1e-12 * slopeMoment));
    assertThat(moments.forwardGain()).isCloseTo(forward, within(1e-12 * forward));
    if (Double.isInfinite(backward)) {
      assertThat(moments.backwardGain()).isInfinite();
    } else {
      assertThat(moments.backwardGain()).isCloseTo(backward, within(1e-12 * backward));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edges")
  void everyEdgeOfChaosIsFound(String id, String solutions) {
    List<double[]> expected =
        Stream.of(solutions.split(";"))
            .filter(text -> !text.isEmpty())
            .map(text -> Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toList();
    List<EdgeOfChaos> found = EdgeOfChaos.of(BuiltIns.named(id), BIAS);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      double[] solution = expected.get(i);
      assertThat(found.get(i).variance()).isCloseTo(solution[0], within(1e-9 * solution[0]));
      assertThat(found.get(i).weightDeviation()).isCloseTo(solution[1], within(1e-9 * solution[1]));
      assertThat(found.get(i).mapSlope()).isCloseTo(solution[2], within(1e-8));
    }
  }

  @Test
  void theTablesHaveMostOfThePlugin() {
    assertThat(moments()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(edges()).hasSizeGreaterThanOrEqualTo(9);
  }

  private static Stream<String[]> rows(String name) {
    Set<String> ids = BuiltIns.all().stream().map(Activation::id).collect(Collectors.toSet());
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(NormalSumsTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.split(",", -1))
          .filter(row -> ids.contains(row[0]))
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
