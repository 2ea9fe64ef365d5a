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
import java.util.Random;
import org.junit.jupiter.api.Test;

class TunedTest {

  private static final int REPEATS = 30;
  private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "sin");

  /** Trials of cells whose cost is known. */
  private static final class Trials {
    private final List<TrialEvent.Finished> trials = new ArrayList<>();
    private Random random = new Random(5);
    private final String id;
    private final Map<String, String> provenance;
    private int cells;

    Trials(String id, Map<String, String> provenance) {
      this.id = id;
      this.provenance = provenance;
    }

    Trials cell(String activation, String optimizer, double rate, double log10Cost, int repeats) {
      Map<String, String> labels = new LinkedHashMap<>();
      Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "one"));
      labels.put("activation", activation);
      labels.put("optimizer", optimizer);
      Cell cell = Cell.of(Factor.FIRST, cells++, labels, Map.of("optimizer.learning-rate", rate));
      for (int r = 0; r < repeats; r++) {
        double cost = Math.pow(10, log10Cost + 0.05 * random.nextGaussian());
        cost = cost > 1000 ? Double.NaN : cost;
        trials.add(
            SyntheticStudy.finished(
                trials.size(), cell, r, Outcome.COMPLETED, 1000, 0.01, List.of(cost)));
      }
      return this;
    }

    void noise(String activation, String optimizer, Random numbers) {
      random = numbers;
      cell(activation, optimizer, 0.01, 2, REPEATS);
    }

    StudyRows rows() {
      StudyHeader header =
          new StudyHeader(id, "s", "", "{}", trials.size(), 1000, List.of(0.1), provenance);
      return StudyRows.collect(header, trials.stream());
    }
  }

  private static Map<String, String> tunedBy(String id, boolean counts) {
    return Map.of(
        StudyHeader.TUNED_BY,
        id,
        StudyHeader.TUNED_VALUES,
        "learning-rate",
        StudyHeader.TUNING_COST,
        counts ? "counts" : "does not count");
  }

  /** Three rates of each optimizer with each activation, five seeds of cost 1000. */
  private static StudyRows tuning() {
    Trials trials = new Trials("s-tuning-1", Map.of());
    for (String activation : ACTIVATIONS) {
      for (String optimizer : List.of("adam", "sgd")) {
        for (double rate : new double[] {0.001, 0.01, 0.1}) {
          String label = optimizer + (rate == 0.001 ? "" : "(learning-rate=" + rate + ")");
          trials.cell(activation, label, rate, 2, 5);
        }
      }
    }
    return trials.rows();
  }

  /**
   * A study in which sgd is slower by so much as it was declared, and by so much with its tuned
   * rate.
   */
  private static StudyRows study(double declared, double tuned, boolean counts) {
    Trials trials = new Trials("s-1", tunedBy("s-tuning-1", counts));
    for (String activation : ACTIVATIONS) {
      trials.cell(activation, "adam", 0.001, 2, REPEATS);
      trials.cell(activation, "adam(tuned)", 0.01, 2, REPEATS);
      trials.cell(activation, "sgd", 0.001, 2 + declared, REPEATS);
      trials.cell(activation, "sgd(tuned)", 0.1, 2 + tuned, REPEATS);
      trials.cell(activation, "random-search", 1, 2.9, REPEATS);
    }
    return trials.rows();
  }

  @Test
  void tunedStandsBesideDeclaredWithWhatItCost() {
    List<Tuned> all = Tuned.of(study(0.5, 0, true).withTuning(List.of(tuning())));
    assertThat(all).hasSize(6);
    Tuned adam = all.get(0);
    assertThat(adam.activation()).isEqualTo("tanh");
    assertThat(adam.optimizer()).isEqualTo("adam");
    assertThat(adam.chosen()).isEqualTo(Map.of("learning-rate", 0.01));
    assertThat(adam.atEdge()).isEmpty();
    assertThat(adam.tried()).isEqualTo(15);
    assertThat(adam.spent()).isEqualTo(15_000);
    assertThat(adam.declared()).containsOnlyKeys("adam");
    assertThat(adam.costWithTuning()).isCloseTo(15_100, within(20.0));
    Tuned sgd = all.get(1);
    assertThat(sgd.atEdge()).containsExactly("learning-rate");
    assertThat(sgd.declared().get("sgd").costToTarget().value()).isCloseTo(316, within(30.0));
    assertThat(sgd.tuned().costToTarget().value()).isCloseTo(100, within(10.0));
  }

  @Test
  void costOfTuningThatDoesNotCountIsNotAdded() {
    Tuned adam = Tuned.of(study(0.5, 0, false).withTuning(List.of(tuning()))).get(0);
    assertThat(adam.spent()).isEqualTo(15_000);
    assertThat(adam.costWithTuning()).isCloseTo(100, within(10.0));
    assertThat(StudyReport.of(study(0.5, 0, false).withTuning(List.of(tuning()))).answer().text())
        .doesNotContain("forward-equivalents");
  }

  @Test
  void withoutTheRowsOfTheTuningItsCostIsUnknown() {
    Tuned adam = Tuned.of(study(0.5, 0, true).withTuning(List.of())).get(0);
    assertThat(adam.spent()).isNaN();
    assertThat(adam.chosen()).isEqualTo(Map.of("learning-rate", 0.01));
    assertThat(adam.atEdge()).isEmpty();
    assertThat(StudyReport.of(study(0.5, 0, true)).answer().text())
        .doesNotContain("forward-equivalents");
  }

  @Test
  void differenceOfTheRateIsToldFromThatOfTheOptimizer() {
    StudyReport report = StudyReport.of(study(0.5, 0, true).withTuning(List.of(tuning())));
    assertThat(report.answer().text())
        .containsPattern(
            "the 2 tuned optimizers differ by 0\\.3[4-6]\\d* in log10 cost .* with the declared"
                + " learning rate and by 0(\\.00\\d+)? with the tuned one: tuning takes part of their"
                + " difference away\\.")
        .contains("3 of 6 tuned contenders got the smallest or largest learning rate")
        .contains("Tuning learning rate cost 90000 forward-equivalents, 15000 for each");
    assertThat(report.tuned()).hasSize(6);
    assertThat(report.sensitivities()).hasSize(6);
  }

  @Test
  void differenceThatTuningUncoversIsTold() {
    assertThat(StudyReport.of(study(0, 0.5, true).withTuning(List.of(tuning()))).answer().text())
        .contains("with the tuned one: tuning makes their difference larger.");
  }

  @Test
  void nothingIsSaidOfADifferenceThatTuningLeavesAsItIs() {
    assertThat(StudyReport.of(study(0.5, 0.5, true).withTuning(List.of(tuning()))).answer().text())
        .contains("with the tuned one: whether tuning changes their difference cannot be told.");
  }

  @Test
  void noVerdictFromNoiseAlone() {
    int verdicts = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Trials trials = new Trials("s-1", tunedBy("s-tuning-1", true));
      for (String activation : ACTIVATIONS) {
        for (String optimizer : List.of("adam", "adam(tuned)", "sgd", "sgd(tuned)")) {
          trials.noise(activation, optimizer, random);
        }
      }
      Estimate change = TunedDifference.of(trials.rows()).orElseThrow().change();
      verdicts += change.lower() > 0 || change.upper() < 0 ? 1 : 0;
    }
    assertThat(verdicts).isLessThanOrEqualTo(200 * 6 / 100);
  }

  @Test
  void whereManyMissedNothingIsSaidOfTheDifference() {
    assertThat(TunedDifference.of(study(0.5, 0, true))).isPresent();
    assertThat(TunedDifference.of(study(2, 0, true)))
        .as("cost 10000 is beyond the budget, so half of the declared ones would be misses")
        .isEmpty();
  }

  @Test
  void bestRateAtTheEdgeIsToldInAnyStudyWithSeveral() {
    Trials trials = new Trials("s-1", Map.of());
    for (String activation : ACTIVATIONS) {
      for (double rate : new double[] {0.001, 0.01, 0.1}) {
        double best = activation.equals("sin") ? 0.1 : 0.01;
        String label = rate == 0.001 ? "adam" : "adam(learning-rate=" + rate + ")";
        trials.cell(activation, label, rate, rate == best ? 1.5 : 2.5, REPEATS);
      }
    }
    assertThat(StudyReport.of(trials.rows()).answer().text())
        .contains(
            "The best learning rate is the smallest or largest that was tried for 1 of 3"
                + " contenders, so a better one may lie beyond: 0.1 (sin with adam).");
  }

  @Test
  void studiesWithoutTuningHaveNone() {
    SyntheticStudy study = new SyntheticStudy(0.1).hit(0, 10).hit(1, 20);
    assertThat(study.report().tuned()).isEmpty();
    assertThat(study.report().sensitivities()).isEmpty();
    assertThat(study.answer()).doesNotContain("learning");
  }
}
