package io.sluice.analysis.variance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Cell;
import io.sluice.spi.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignedRanksTest {

  private static final String A = "activation";
  private static final String O = "optimizer";

  @Test
  void effectsAmongNormalSeedsAreFound() {
    Decomposition ranks = ranks(values(20, 1, false, 0.8, 1.5, 0)).orElseThrow();
    assertThat(ranks.sources()).hasSize(3);
    assertThat(ranks.source(O).orElseThrow().p()).isEqualTo(0.001);
    assertThat(ranks.source(A).orElseThrow().p()).isEqualTo(0.001);
    assertThat(ranks.source(A, O).orElseThrow().p()).isGreaterThan(0.05);
    assertThat(ranks.sources().get(0).share().lower()).isGreaterThan(0);
    assertThat(ranks.lead(ranks.sources().get(0), ranks.sources().get(1)).hasInterval()).isFalse();
  }

  @Test
  void whatActsTogetherIsFreedOfWhatActsAlone() {
    Decomposition ranks = ranks(values(20, 2, false, 0, 3, 1.5)).orElseThrow();
    assertThat(ranks.source(A, O).orElseThrow().p()).isEqualTo(0.001);
    assertThat(ranks.source(O).orElseThrow().p()).isEqualTo(0.001);
  }

  @Test
  void effectsAmongHeavyTailsAreFoundByRanksAndNotByMeans() {
    int ranks = 0;
    int means = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[][] values = values(20, 50 + seed, true, 0, 0.6, 0);
      ranks += ranks(values).orElseThrow().source(O).orElseThrow().p() <= 0.05 ? 1 : 0;
      means +=
          Decomposition.of(design(), values).orElseThrow().source(O).orElseThrow().p() <= 0.05
              ? 1
              : 0;
    }
    assertThat(ranks).isGreaterThan(means + 4);
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 0", "false, 2", "true, 2"})
  void nothingIsFoundWhereNothingIs(boolean heavy, double ofActivation) {
    int studies = 200;
    int alone = 0;
    int together = 0;
    for (int seed = 0; seed < studies; seed++) {
      Decomposition ranks = ranks(values(10, 200 + seed, heavy, ofActivation, 0, 0)).orElseThrow();
      alone += ranks.source(O).orElseThrow().p() <= 0.05 ? 1 : 0;
      together += ranks.source(A, O).orElseThrow().p() <= 0.05 ? 1 : 0;
    }
    assertThat(List.of(alone, together)).allSatisfy(found -> assertThat(found).isBetween(3, 17));
  }

  @Test
  void designWithHolesAndTwoRepeatsHaveNone() {
    List<Cell> cells = cells();
    assertThat(
            AlignedRanks.of(
                Design.of(cells.subList(1, cells.size())), values(9, 1, false, 0, 1, 0)))
        .isEmpty();
    assertThat(ranks(values(2, 1, false, 0, 1, 0))).isEmpty();
    assertThat(ranks(values(3, 1, false, 0, 1, 0))).isPresent();
  }

  /** Half of the trials missed the target: medians of cells would make differences of nothing. */
  @Test
  void whereManyNumbersAreEqualThereAreNoRanks() {
    for (double share : new double[] {0.02, 0.1, 0.5}) {
      double[][] values = values(20, 3, false, 0, 0, 0);
      int equal = (int) Math.round(share * 240);
      for (int trial = 0; trial < equal; trial++) {
        values[trial % 12][trial / 12] = 9;
      }
      assertThat(ranks(values).isPresent()).as("%.2f", share).isEqualTo(share < 0.05);
    }
  }

  private static Optional<Decomposition> ranks(double[][] values) {
    return AlignedRanks.of(design(), values);
  }

  private static Design design() {
    return Design.of(cells());
  }

  private static List<Cell> cells() {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    levels.put(A, Grid.levels("a", 4));
    levels.put(O, Grid.levels("o", 3));
    return Grid.of(levels);
  }

  /** Normal seeds, or such of Cauchy's distribution. */
  private static double[][] values(
      int repeats, long seed, boolean heavy, double ofA, double ofO, double together) {
    RandomStream random = new RandomStream(seed);
    double[][] values = new double[12][repeats];
    for (int cell = 0; cell < 12; cell++) {
      int a = cell / 3;
      int o = cell % 3;
      for (int repeat = 0; repeat < repeats; repeat++) {
        double noise = random.nextGaussian();
        if (heavy) {
          noise /= random.nextGaussian();
        }
        values[cell][repeat] =
            ofA * (a - 1.5) + ofO * (o - 1) + together * (a % 2 == 0 ? o - 1 : 1 - o) + noise;
      }
    }
    return values;
  }
}
