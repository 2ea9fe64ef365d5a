package io.sluice.analysis.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecompositionTest {

  private static final List<Cell> PAIRS =
      Grid.of(factors("activation", Grid.levels("a", 4), "optimizer", Grid.levels("o", 3)));

  private static Map<String, List<String>> factors(Object... namesAndLevels) {
    Map<String, List<String>> factors = new LinkedHashMap<>();
    for (int i = 0; i < namesAndLevels.length; i += 2) {
      @SuppressWarnings("unchecked")
      List<String> levels = (List<String>) namesAndLevels[i + 1];
      factors.put((String) namesAndLevels[i], levels);
    }
    return factors;
  }

  private static double[][] noise(int cells, int repeats, long seed) {
    Random random = new Random(seed);
    double[][] values = new double[cells][repeats];
    for (double[] row : values) {
      for (int r = 0; r < repeats; r++) {
        row[r] = random.nextGaussian();
      }
    }
    return values;
  }

  private static int level(Cell cell, String factor) {
    String label = cell.factor(factor);
    return Integer.parseInt(label.substring(label.length() - 1));
  }

  @Test
  void effectsWithoutNoiseAreToldExactly() {
    double[][] values = new double[PAIRS.size()][4];
    for (int c = 0; c < values.length; c++) {
      // Activation −1.5 … 1.5 has the mean square 1.25, optimizer −2, 0, 2 has 8/3.
      double y = level(PAIRS.get(c), "activation") - 1.5 + 2 * level(PAIRS.get(c), "optimizer") - 2;
      java.util.Arrays.fill(values[c], 10 + y);
    }
    Decomposition decomposition = Decomposition.of(Design.of(PAIRS), values).orElseThrow();

    double total = 1.25 + 8.0 / 3;
    assertThat(decomposition.sources())
        .extracting(Source::name)
        .containsExactly("optimizer", "activation", "activation × optimizer");
    assertThat(decomposition.source("activation").orElseThrow().share().value())
        .isCloseTo(1.25 / total, within(1e-12));
    assertThat(decomposition.source("activation").orElseThrow().etaSquared())
        .isCloseTo(1.25 / total, within(1e-12));
    assertThat(decomposition.together().value()).isCloseTo(1, within(1e-12));
    assertThat(decomposition.seeds().value()).isCloseTo(0, within(1e-12));
    assertThat(decomposition.rest().value()).isCloseTo(0, within(1e-12));
    assertThat(decomposition.sources()).extracting(Source::degrees).containsExactly(2, 3, 6);
  }

  @Test
  void equalValuesHaveNoVarianceToExplain() {
    assertThat(Decomposition.of(Design.of(PAIRS), new double[PAIRS.size()][3])).isEmpty();
  }

  /** With independent noise the estimate is that of ω², but for the error by source. */
  @Test
  void manyRepeatsGiveTheSharesOfTheAnalysisOfVariance() {
    double[][] values = noise(PAIRS.size(), 400, 5);
    for (int c = 0; c < values.length; c++) {
      for (int r = 0; r < 400; r++) {
        values[c][r] += level(PAIRS.get(c), "activation");
      }
    }
    Decomposition decomposition = Decomposition.of(Design.of(PAIRS), values).orElseThrow();
    Source activation = decomposition.source("activation").orElseThrow();
    assertThat(activation.share().value()).isCloseTo(1.25 / 2.25, within(0.02));
    assertThat(activation.share().lower()).isLessThan(1.25 / 2.25);
    assertThat(activation.share().upper()).isGreaterThan(1.25 / 2.25);
    assertThat(activation.p()).isEqualTo(1.0 / (PermutationTest.FEWEST + 1));
    assertThat(decomposition.source("optimizer").orElseThrow().p()).isGreaterThan(0.01);
    assertThat(decomposition.together().value() + decomposition.seeds().value())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void veryManyRepeatsAreTakenInBatchesAndSharesAreStillThoseOfTrials() {
    double[][] values = noise(PAIRS.size(), 25_000, 6);
    for (int c = 0; c < values.length; c++) {
      for (int r = 0; r < values[c].length; r++) {
        values[c][r] += level(PAIRS.get(c), "activation");
      }
    }
    Decomposition decomposition = Decomposition.of(Design.of(PAIRS), values).orElseThrow();
    assertThat(decomposition.repeats()).isEqualTo(25_000);
    Source activation = decomposition.source("activation").orElseThrow();
    assertThat(activation.share().value()).isCloseTo(1.25 / 2.25, within(0.005));
    assertThat(activation.etaSquared()).isCloseTo(1.25 / 2.25, within(0.005));
    assertThat(decomposition.seeds().value()).isCloseTo(1 / 2.25, within(0.005));
    assertThat(activation.share().lower()).isBetween(0.54, 1.25 / 2.25);
    assertThat(activation.share().upper()).isBetween(1.25 / 2.25, 0.57);
  }

  @Test
  void bothWaysOfSplittingAgreeOnACompleteDesign() {
    List<Cell> cells =
        Grid.of(
            factors(
                "problem", Grid.levels("p", 2),
                "activation", Grid.levels("a", 3),
                "optimizer",
                    List.of("adam(rate=0.1)", "adam(rate=1)", "sgd(rate=0.1)", "sgd(rate=1)"),
                "bounds", Grid.levels("b", 2)));
    Design design = Design.of(cells);
    assertThat(design.isComplete()).isTrue();
    Effects means = new CompleteEffects(design);
    Effects squares = new AdjustedEffects(design);
    double[][] noise = noise(cells.size(), 2, 8);
    double[] y = new double[cells.size()];
    double[] z = new double[cells.size()];
    for (int c = 0; c < y.length; c++) {
      y[c] = noise[c][0];
      z[c] = noise[c][1];
    }
    for (int t = 0; t < design.terms().size(); t++) {
      assertThat(squares.degrees(t))
          .as(design.names(design.terms().get(t)).toString())
          .isEqualTo(means.degrees(t));
      assertThat(product(squares, y, z, t)).isCloseTo(product(means, y, z, t), within(1e-12));
      assertThat(product(squares, y, y, t)).isCloseTo(product(means, y, y, t), within(1e-12));
    }
  }

  private static double product(Effects effects, double[] y, double[] z, int term) {
    double[] first = split(effects, y)[term];
    double[] second = split(effects, z)[term];
    double product = 0;
    for (int k = 0; k < first.length; k++) {
      product += first[k] * second[k];
    }
    return product;
  }

  private static double[][] split(Effects effects, double[] y) {
    int terms = 0;
    while (true) {
      try {
        effects.degrees(terms);
        terms++;
      } catch (IndexOutOfBoundsException end) {
        break;
      }
    }
    double[][] parts = new double[terms][];
    for (int t = 0; t < terms; t++) {
      parts[t] = new double[effects.coordinates(t)];
    }
    double mean = java.util.Arrays.stream(y).average().orElseThrow();
    effects.split(java.util.Arrays.stream(y).map(value -> value - mean).toArray(), parts);
    return parts;
  }

  @Test
  void missingCellsAreAdjustedFor() {
    List<Cell> cells = PAIRS.subList(0, PAIRS.size() - 2);
    double[][] values = new double[cells.size()][3];
    for (int c = 0; c < values.length; c++) {
      double y = 3 * level(cells.get(c), "activation") + level(cells.get(c), "optimizer");
      java.util.Arrays.fill(values[c], y);
    }
    Decomposition decomposition = Decomposition.of(Design.of(cells), values).orElseThrow();
    assertThat(decomposition.source("activation", "optimizer").orElseThrow().share().value())
        .as("the sum of two effects is no interaction, though cells are missing")
        .isCloseTo(0, within(1e-12));
    assertThat(decomposition.source("optimizer").orElseThrow().share().value()).isPositive();
  }

  @Test
  void learningRatesAreNestedInTheirOptimizer() {
    List<Cell> cells =
        Grid.of(
            factors(
                "activation", Grid.levels("a", 2),
                "optimizer",
                    List.of("adam(rate=0.1)", "adam(rate=1)", "sgd(rate=0.1)", "sgd(rate=1)")));
    double[][] values = new double[cells.size()][3];
    for (int c = 0; c < values.length; c++) {
      double rate = cells.get(c).hyperparameters().get("optimizer.rate");
      java.util.Arrays.fill(values[c], rate == 1 ? 1 : 0);
    }
    Decomposition decomposition = Decomposition.of(Design.of(cells), values).orElseThrow();
    assertThat(decomposition.source("optimizer.rate").orElseThrow().share().value())
        .isCloseTo(1, within(1e-12));
    assertThat(decomposition.source("optimizer").orElseThrow().share().value())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void factorsThatOnlyVaryTogetherAreOne() {
    List<Cell> cells =
        Grid.of(factors("activation", Grid.levels("a", 2), "bounds", Grid.levels("b", 2))).stream()
            .map(
                cell -> {
                  Map<String, String> factors = new LinkedHashMap<>(cell.factors());
                  factors.put("initial-weights", "from " + cell.factor("bounds"));
                  return Cell.of(io.sluice.spi.Factor.FIRST, cell.index(), factors, Map.of());
                })
            .toList();
    assertThat(Design.of(cells).factors())
        .extracting(Factor::name)
        .containsExactly("activation", "bounds+initial-weights");
    assertThat(Design.of(cells).isComplete()).isTrue();
  }

  @Test
  void oneRepeatGivesSharesWithoutIntervals() {
    Decomposition decomposition =
        Decomposition.of(Design.of(PAIRS), noise(PAIRS.size(), 1, 2)).orElseThrow();
    assertThat(decomposition.together().value()).isCloseTo(1, within(1e-12));
    assertThat(decomposition.sources())
        .allSatisfy(source -> assertThat(source.share().hasInterval()).isFalse())
        .allSatisfy(source -> assertThat(source.p()).isNaN());
  }

  @Test
  void aLeadHasAnIntervalOfItsOwn() {
    double[][] values = noise(PAIRS.size(), 30, 11);
    for (int c = 0; c < values.length; c++) {
      for (int r = 0; r < 30; r++) {
        values[c][r] += 2 * level(PAIRS.get(c), "optimizer");
      }
    }
    Decomposition decomposition = Decomposition.of(Design.of(PAIRS), values).orElseThrow();
    Source optimizer = decomposition.source("optimizer").orElseThrow();
    Source activation = decomposition.source("activation").orElseThrow();
    assertThat(decomposition.lead(optimizer, activation).lower()).isPositive();
    assertThat(decomposition.lead(activation, optimizer).upper()).isNegative();
  }
}
