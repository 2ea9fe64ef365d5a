package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.PopulationOptimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdammPartsTest {

  private static final int GENERATIONS = 30;

  private static double[][] last(PopulationOptimizer optimizer) {
    Search search = search(optimizer);
    for (int generation = 0; generation < GENERATIONS; generation++) {
      search.generation();
    }
    return search.asked();
  }

  private static Search search(PopulationOptimizer optimizer) {
    BoxSpace space = BoxSpace.cube(3, -2, 2, WeightPolicy.REFLECT_FLIP);
    return new Search(optimizer, space, 11, Objectives.RASTRIGIN);
  }

  private static PopulationOptimizer parts(Map<String, Double> set) {
    return Search.with(new AdammParts(), set);
  }

  @Test
  void thePresetsAreAdammBitByBit() {
    assertThat(last(new AdammParts())).isDeepEqualTo(last(new Adamm()));
    Map<String, Double> set = Map.of("hybrids", 0.25, "population-size", 20.0);
    assertThat(last(parts(set))).isDeepEqualTo(last(Search.with(new Adamm(), set)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"climbs", "snapshot-parents", "moments-follow"})
  void everyPartMakesADifference(String part) {
    double other = part.equals("climbs") ? 0 : 1;
    assertThat(Arrays.deepEquals(last(parts(Map.of(part, other))), last(new Adamm()))).isFalse();
  }

  @Test
  void theBetterHalfStaysIfItDoesNotClimb() {
    Search search = search(parts(Map.of("climbs", 0.0, "population-size", 10.0)));
    search.generation().generation();
    double[] best = search.best();
    for (int generation = 0; generation < 10; generation++) {
      double before = search.bestLoss();
      double[] kept = best;
      search.generation();
      if (search.bestLoss() == before) {
        assertThat(List.of(search.asked())).anyMatch(place -> Arrays.equals(place, kept));
      }
      best = search.best();
    }
  }

  /** A snapshot has only places of the generation before, moved towards a bound. */
  @Test
  void parentsOfTheSnapshotAreTheAgentsOfBefore() {
    Map<String, Double> still =
        Map.of("snapshot-parents", 1.0, "resistance", 1e6, "population-size", 10.0);
    Search search = search(parts(still));
    search.generation().generation();
    double[][] before = search.asked();
    double[][] now = search.generation().asked();
    for (int bred = 5; bred < 10; bred++) {
      for (int c = 0; c < 3; c++) {
        int coordinate = c;
        double value = now[bred][c];
        assertThat(List.of(before)).anyMatch(place -> Math.abs(place[coordinate] - value) < 1e-9);
      }
    }
  }
}
