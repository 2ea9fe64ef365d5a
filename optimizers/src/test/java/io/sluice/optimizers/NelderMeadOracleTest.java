package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.direct.NelderMead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simplex of SciPy step by step: after as many evaluations as SciPy made, the best point and
 * its loss are those of SciPy. The files are {@code nelder-mead-*.json} in the folder of {@code
 * -Dsluice.oracle=DIR}, preset: this module's fixture. A box without width is the start.
 */
class NelderMeadOracleTest {

  /**
   * SciPy sums losses in another order; what that does to the last bits of a loss decides nothing
   * but what is smaller than they are.
   */
  private static final double TOLERANCE = 1e-9;

  static Stream<Arguments> runs() throws IOException {
    String folder = System.getProperty("sluice.oracle", "src/test/resources/oracle");
    List<Arguments> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("nelder-mead-.*\\.json")) {
          for (JsonNode run : new ObjectMapper().readTree(file.toFile()).get("runs")) {
            runs.add(
                Arguments.of(
                    run.get("function").asText() + " " + run.get("dimension").asInt(),
                    run.get("adaptive").asBoolean(),
                    run.get("maxiter").asInt(),
                    run));
          }
        }
      }
    }
    return runs.stream();
  }

  @ParameterizedTest(name = "{0}, adaptive {1}, {2} iterations")
  @MethodSource("runs")
  void stepsAreThoseOfSciPy(String function, boolean adaptive, int iterations, JsonNode run) {
    double[] start = numbers(run.get("x0"));
    Search search =
        new Search(
                Search.with(
                    new NelderMead(), Map.of("edge", 0.0, "adaptive", adaptive ? 1.0 : 0.0)),
                new BoxSpace(start, start, WeightPolicy.NONE),
                1,
                Objectives.valueOf(run.get("function").asText().toUpperCase(Locale.ROOT)))
            .until(run.get("evaluations").asLong());

    double loss = run.get("best_f").asDouble();
    assertThat(search.bestLoss()).isCloseTo(loss, within(TOLERANCE * loss + 1e-30));
    // Places so near to each other have losses that rounding makes equal.
    double indistinct = 2 * Math.sqrt(Math.ulp(loss)) + 1e-15;
    double[] best = numbers(run.get("best_x"));
    for (int p = 0; p < best.length; p++) {
      assertThat(search.best()[p])
          .isCloseTo(best[p], within(TOLERANCE * Math.abs(best[p]) + indistinct));
    }
  }

  @Test
  void thereAreRunsOfBothKindsOfCoefficients() throws IOException {
    assertThat(runs().map(run -> run.get()[1]).distinct()).containsExactlyInAnyOrder(true, false);
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }
}
