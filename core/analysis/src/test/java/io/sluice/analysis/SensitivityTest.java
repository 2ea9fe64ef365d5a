package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensitivityTest {

  private static final double[] RATES = {1e-4, 1e-3, 1e-2, 1e-1, 1};

  /** Trials whose cost, NaN for a miss, is known for each rate; one list of costs for a cell. */
  private static final class Rates {
    private final List<TrialEvent.Finished> trials = new ArrayList<>();
    private int cells;

    Rates cell(String activation, String optimizer, double rate, Outcome outcome, double... costs) {
      Map<String, String> labels = new LinkedHashMap<>();
      Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "one"));
      labels.put("activation", activation);
      labels.put("optimizer", optimizer);
      Cell cell =
          Cell.of(
              Factor.FIRST,
              cells++,
              labels,
              Map.of("optimizer.learning-rate", rate, "optimizer.beta1", 0.9));
      for (int r = 0; r < costs.length; r++) {
        double loss = Double.isNaN(costs[r]) ? 0.5 : 0.05;
        double spent = Double.isNaN(costs[r]) ? 1000 : costs[r];
        trials.add(
            SyntheticStudy.finished(
                trials.size(), cell, r, outcome, spent, loss, List.of(costs[r])));
      }
      return this;
    }

    Rates rate(String activation, double rate, double... costs) {
      String label = rate == 1e-3 ? "adam" : "adam(learning-rate=" + rate + ")";
      return cell(activation, label, rate, Outcome.COMPLETED, costs);
    }

    StudyRows rows() {
      StudyHeader header =
          new StudyHeader("s-1", "s", "", "{}", trials.size(), 1000, List.of(0.1), Map.of());
      return StudyRows.collect(header, trials.stream());
    }
  }

  private static double[] about(double cost) {
    double[] costs = new double[8];
    for (int r = 0; r < costs.length; r++) {
      costs[r] = cost + r - 3.5;
    }
    return costs;
  }

  private static double[] misses() {
    double[] costs = new double[8];
    java.util.Arrays.fill(costs, Double.NaN);
    return costs;
  }

  @Test
  void goodIntervalIsTheRunAroundTheBestWithinTwiceItsCost() {
    double[] tanh = {900, 199, 100, 150, 900};
    double[] relu = {100, 300, 110, 300, 400};
    Rates study = new Rates();
    for (int i = 0; i < RATES.length; i++) {
      study.rate("tanh", RATES[i], about(tanh[i])).rate("relu", RATES[i], about(relu[i]));
    }
    List<Sensitivity> all = Sensitivity.of(study.rows());
    assertThat(all).hasSize(2);
    Sensitivity first = all.get(0);
    assertThat(first.activation()).isEqualTo("tanh");
    assertThat(first.optimizer()).isEqualTo("adam");
    assertThat(first.hyperparameter()).isEqualTo("optimizer.learning-rate");
    assertThat(first.name()).isEqualTo("learning-rate");
    assertThat(first.points())
        .extracting(Sensitivity.Point::value)
        .containsExactly(1e-4, 1e-3, 1e-2, 1e-1, 1.0);
    assertThat(first.bestValue()).isEqualTo(1e-2);
    assertThat(first.decades()).isCloseTo(2, within(1e-12));
    assertThat(first.bestAtEdge()).isFalse();
    assertThat(first.isOpen()).isFalse();
    Sensitivity second = all.get(1);
    assertThat(second.bestValue()).as("the second valley does not count").isEqualTo(1e-4);
    assertThat(second.decades()).isZero();
    assertThat(second.bestAtEdge()).isTrue();
    assertThat(second.isOpen()).isTrue();
  }

  @Test
  void rateThatOftenMissesIsNotGoodHoweverFastItsHitsAre() {
    double[] half = misses();
    half[0] = 1;
    half[1] = 1;
    Sensitivity sensitivity =
        Sensitivity.of(
                new Rates()
                    .rate("tanh", 1e-4, misses())
                    .rate("tanh", 1e-3, about(500))
                    .rate("tanh", 1e-2, half)
                    .rows())
            .get(0);
    assertThat(sensitivity.bestValue()).isEqualTo(1e-3);
    assertThat(sensitivity.decades()).isZero();
    assertThat(sensitivity.points().get(2).summary().costToTarget().value()).isInfinite();
  }

  @Test
  void divergedIsNeverBest() {
    Sensitivity sensitivity =
        Sensitivity.of(
                new Rates()
                    .cell("tanh", "adam(learning-rate=0.1)", 0.1, Outcome.DIVERGED, misses())
                    .rate("tanh", 1e-3, misses())
                    .rate("tanh", 1e-2, misses())
                    .rows())
            .get(0);
    assertThat(sensitivity.bestValue()).isEqualTo(1e-3);
    assertThat(sensitivity.goodTo()).as("as good as the best, but not what diverged").isEqualTo(1);
  }

  @Test
  void twoValuesAreTooFewAndTunedOnesAreNotValuesThatWereTried() {
    Rates study =
        new Rates()
            .rate("tanh", 1e-3, about(100))
            .rate("tanh", 1e-2, about(200))
            .cell("tanh", "adam(tuned)", 0.5, Outcome.COMPLETED, about(50))
            .cell("tanh", "adam(beta1=0.8 tuned)", 0.7, Outcome.COMPLETED, about(50));
    assertThat(Sensitivity.of(study.rows())).isEmpty();
    study.rate("tanh", 1e-1, about(300));
    assertThat(Sensitivity.of(study.rows()).get(0).points()).hasSize(3);
  }

  @Test
  void otherValuesOfTheComponentAreKeptApart() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("adam(learning-rate=0.1)", "adam");
    expected.put("adam(learning-rate=0.1 beta1=0.8)", "adam(beta1=0.8)");
    expected.put("adam(beta1=0.8 learning-rate=0.1)", "adam(beta1=0.8)");
    expected.put("adam(beta1=0.8)", "adam(beta1=0.8)");
    expected.put("x * (x > 0)(learning-rate=1)", "x * (x > 0)");
    expected.put("snake(learning-rate=1) per-unit", "snake per-unit");
    expected.put("adam", "adam");
    expected.forEach(
        (label, without) ->
            assertThat(Cell.labelWithout(label, "learning-rate")).isEqualTo(without));
  }
}
