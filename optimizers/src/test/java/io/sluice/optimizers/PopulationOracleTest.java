package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.PopulationOptimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Population optimizers against other libraries: the median of the best loss over three times as
 * many seeds as theirs lies between their quartiles. The files are {@code population-*.json} in the
 * folder of {@code -Dsluice.oracle=DIR}, preset: this module's fixture, a copy of what pycma, SciPy
 * and pymoo computed. {@code population-optimizers.json} maps their algorithms to ours.
 */
class PopulationOracleTest {

  private static final Path FIXTURE = Path.of("src/test/resources/oracle");

  /**
   * Where the best point is not 0, coordinates near it are multiples of 1e-16, and which of the
   * losses below this an algorithm reaches is a matter of rounding alone.
   */
  private static final double GROUND = 1e-24;

  /** Our median is to be surer than their quartiles are. */
  private static final int MORE_SEEDS = 3;

  private static List<JsonNode> rows() throws IOException {
    String folder = System.getProperty("sluice.oracle", FIXTURE.toString());
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("population-.*\\.json")
            && !file.getFileName().equals(mappingFile().getFileName())) {
          new ObjectMapper().readTree(file.toFile()).forEach(rows::add);
        }
      }
    }
    return rows;
  }

  private static Path mappingFile() {
    return FIXTURE.resolve("population-optimizers.json");
  }

  private static JsonNode mapping() throws IOException {
    return new ObjectMapper().readTree(mappingFile().toFile());
  }

  static Stream<Arguments> references() throws IOException {
    JsonNode mapping = mapping();
    return rows().stream()
        .filter(row -> mapping.has(row.get("algorithm").asText()))
        .map(
            row ->
                Arguments.of(
                    row.get("algorithm").asText(),
                    row.get("function").asText() + " " + row.get("dimension").asInt(),
                    row,
                    mapping.get(row.get("algorithm").asText())));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("references")
  void mediansLieBetweenTheQuartiles(String algorithm, String on, JsonNode row, JsonNode ours) {
    PopulationOptimizer optimizer = optimizer(ours);
    JsonNode evaluations = row.get("evaluations");
    int seeds = MORE_SEEDS * row.get("seeds").asInt();
    double[][] best = new double[evaluations.size()][seeds];
    BoxSpace space =
        BoxSpace.cube(
            row.get("dimension").asInt(),
            row.get("box").get(0).asDouble(),
            row.get("box").get(1).asDouble(),
            policy(ours));
    Objectives function = Objectives.valueOf(row.get("function").asText().toUpperCase(Locale.ROOT));
    for (int seed = 0; seed < seeds; seed++) {
      Search search = new Search(optimizer, space, 7000 + seed, function);
      for (int i = 0; i < evaluations.size(); i++) {
        best[i][seed] = search.until(evaluations.get(i).asLong()).bestLoss();
      }
    }
    for (int i = 0; i < evaluations.size(); i++) {
      double ground = function.isBestAtZero() ? 0 : GROUND;
      assertThat(Math.max(ground, Search.median(best[i])))
          .as("%s on %s after %s evaluations", algorithm, on, evaluations.get(i))
          .isBetween(
              Math.max(ground, row.get("q25").get(i).asDouble()),
              Math.max(ground, row.get("q75").get(i).asDouble()));
    }
  }

  @Test
  void everyRowOfTheMappingIsReferredTo() throws IOException {
    List<String> algorithms = rows().stream().map(row -> row.get("algorithm").asText()).toList();
    assertThat(algorithms).isNotEmpty();
    assertThat(mapping().fieldNames()).toIterable().allMatch(algorithms::contains);
  }

  @Test
  void theFunctionsHaveTheirLeastValueWhereTheySay() {
    assertThat(Objectives.SPHERE.applyAsDouble(new double[3])).isZero();
    assertThat(Objectives.ELLIPSOID.applyAsDouble(new double[] {1, 1, 1}))
        .isCloseTo(1 + 1e3 + 1e6, within(1e-6));
    assertThat(Objectives.ROSENBROCK.applyAsDouble(new double[] {1, 1, 1})).isZero();
    assertThat(Objectives.ROSENBROCK.applyAsDouble(new double[] {-1.2, 1}))
        .isCloseTo(24.2, within(1e-9));
    assertThat(Objectives.RASTRIGIN.applyAsDouble(new double[] {1, 0})).isCloseTo(1, within(1e-9));
  }

  private static PopulationOptimizer optimizer(JsonNode ours) {
    Map<String, Double> set = new LinkedHashMap<>();
    ours.get("set").properties().forEach(e -> set.put(e.getKey(), e.getValue().asDouble()));
    PopulationOptimizer prototype =
        BuiltIns.optimizers().stream()
            .filter(each -> each.id().equals(ours.get("id").asText()))
            .map(PopulationOptimizer.class::cast)
            .findAny()
            .orElseThrow();
    return Search.with(prototype, set);
  }

  private static WeightPolicy policy(JsonNode ours) {
    return Stream.of(WeightPolicy.values())
        .filter(each -> each.id().equals(ours.get("policy").asText()))
        .findAny()
        .orElseThrow();
  }
}
