package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StudyReportTest {

  private static final int REPEATS = 200;
  private static final List<Double> TARGETS = List.of(1e-2, 1e-3, 1e-6);

  @Test
  void reportDoesNotDependOnTheOrderOfTheTrials() {
    List<Cell> cells = cells(3);
    List<TrialEvent.Finished> trials = new ArrayList<>(trials(cells, 10).toList());
    StudyReport inOrder = StudyReport.of(header(trials.size()), trials.stream());
    Collections.shuffle(trials, new Random(1));
    StudyReport shuffled = StudyReport.of(header(trials.size()), trials.stream());
    assertThat(shuffled).isEqualTo(inOrder);
  }

  @Test
  void halfAMillionTrialsAreReportedOn() {
    List<Cell> cells = cells(38);
    assertThat(cells).hasSize(2736);
    long trials = (long) cells.size() * REPEATS;
    StudyReport report = StudyReport.of(header(trials), trials(cells, REPEATS));
    assertThat(report.trials()).isEqualTo(547_200);
    assertThat(report.outcomes().get(Outcome.DIVERGED)).isBetween(15_000L, 25_000L);
    assertThat(report.rankings()).hasSize(3);
    assertThat(report.rankings().get(0).rows()).hasSize(38 * 3 * 4);
    assertThat(report.explained().stream().filter(Explained::overall))
        .extracting(one -> one.response().kind())
        .contains(Response.Kind.LOG_COST, Response.Kind.AREA, Response.Kind.FINAL_LOSS);
    assertThat(report.explained().stream().filter(one -> !one.problem().isEmpty()))
        .hasSize(TARGETS.size() * 3);
    assertThat(report.headlineTarget()).hasValue(1e-3);
    assertThat(report.headlineExplained()).hasSize(4);
    Explained explained = report.headlineExplained().get(0);
    assertThat(explained.decomposition().sources().get(0).name()).isEqualTo("optimizer");
    assertThat(explained.missed().of()).isEqualTo(547_200);
    assertThat(report.paired()).hasSize(3);
    assertThat(report.paired().get(0).pairs()).isEqualTo(547_200 / 4);
    assertThat(report.answer().text())
        .startsWith("Of the variance of log cost to loss 0.001, the seeds explain ")
        .contains("The optimizer decides more than the activation, by ")
        .contains("Best combination on inside: ");
  }

  @Test
  void emptyStudyHasAReport() {
    StudyReport report = StudyReport.of(header(10), Stream.empty());
    assertThat(report.trials()).isZero();
    assertThat(report.rankings()).isEmpty();
    assertThat(report.explained()).isEmpty();
    assertThat(report.effects()).isEmpty();
    assertThat(report.paired()).isEmpty();
  }

  private static StudyHeader header(long trials) {
    return new StudyHeader("s-1", "s", "Is it so?", "{}", trials, 3000, TARGETS, Map.of());
  }

  private static List<Cell> cells(int activations) {
    List<Cell> cells = new ArrayList<>();
    for (String problem : List.of("inside", "edge", "outside")) {
      for (int activation = 0; activation < activations; activation++) {
        for (String optimizer : List.of("adam", "adamm", "random-search")) {
          for (String policy : List.of("none", "clip", "reflect", "reflect-flip")) {
            for (String start : List.of("uniform 1", "uniform 10")) {
              Map<String, String> factors = new LinkedHashMap<>();
              factors.put("problem", problem);
              factors.put("network", "1-1-1");
              factors.put("loss", "mse");
              factors.put("activation", "activation-" + activation);
              factors.put("optimizer", optimizer);
              factors.put("weight-policy", policy);
              factors.put("bounds", "as-initial");
              factors.put("initial-weights", start);
              cells.add(Cell.of(Factor.FIRST, cells.size(), factors, Map.of()));
            }
          }
        }
      }
    }
    return cells;
  }

  private static Stream<TrialEvent.Finished> trials(List<Cell> cells, int repeats) {
    return LongStream.range(0, (long) cells.size() * repeats)
        .mapToObj(index -> trial(cells.get((int) (index / repeats)), index, repeats));
  }

  private static TrialEvent.Finished trial(Cell cell, long index, int repeats) {
    RandomStream random = new RandomStream(index);
    double effect = cell.factor("optimizer").equals("adam") ? 0 : 0.7;
    double cost = Math.pow(10, 2.3 + effect + 0.4 * random.nextGaussian());
    boolean rare = random.nextDouble() < 0.01;
    List<Double> hits =
        List.of(
            cost / 2 < 3000 ? cost / 2 : Double.NaN,
            cost < 3000 ? cost : Double.NaN,
            rare ? 2999 : Double.NaN);
    Outcome outcome = random.nextDouble() < 0.04 ? Outcome.DIVERGED : Outcome.COMPLETED;
    return SyntheticStudy.finished(
        index, cell, (int) (index % repeats), outcome, 3000, random.nextDouble(), hits);
  }
}
