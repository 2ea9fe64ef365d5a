package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFiguresTest {

  private final MadeUpStudy study = new MadeUpStudy();

  @Test
  void aFactorHasTheNumberInWhichItsLabelsDiffer() {
    assertThat(NumberFigures.Numbers.of(List.of("1-2-1 linear", "1-16-1 linear", "1-64-1 linear")))
        .hasValue(
            new NumberFigures.Numbers(
                "1-n-1 linear",
                Map.of("1-2-1 linear", 2.0, "1-16-1 linear", 16.0, "1-64-1 linear", 64.0)));
    assertThat(
            NumberFigures.Numbers.of(List.of("uniform(0.1)", "uniform(1)", "uniform(1e-3)"))
                .orElseThrow()
                .values()
                .values())
        .containsExactly(0.1, 1.0, 1e-3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-2-1 linear; 1-4-1 linear",
        "1-2-1; 1-4-1 linear; 1-8-1",
        "1-2-2-1; 1-4-4-1; 1-8-8-1",
        "xor; iris; wine"
      })
  void fewLabelsOrOthersHaveNone(String labels) {
    assertThat(NumberFigures.Numbers.of(List.of(labels.split("; ")))).isEmpty();
  }

  @Test
  void meansAreThoseOfTheTrialsAndMissesCountWithTheBudget() {
    study.problems =
        List.of("sphere[dimensions=2]", "sphere[dimensions=4]", "sphere[dimensions=8]");
    study.activations = List.of("tanh");
    study.targets = List.of(1e-3);
    List<Figure> figures = figures();
    assertThat(figures).hasSize(1);
    Table table = figures.get(0).data();
    assertThat(figures.get(0).caption()).contains("over n, problem sphere[dimensions=n]");
    assertThat(table.rows()).hasSize(6);
    double expected =
        study.trials().stream()
            .filter(trial -> trial.trial().cell().factor("optimizer").equals("adam"))
            .filter(trial -> trial.trial().cell().factor("problem").endsWith("=4]"))
            .mapToDouble(
                trial -> {
                  double cost = trial.result().hitCosts().get(0);
                  return Math.log10(Double.isNaN(cost) ? MadeUpStudy.BUDGET : cost);
                })
            .average()
            .orElseThrow();
    assertThat(Math.log10(mean(table, "adam", 4))).isCloseTo(expected, within(1e-9));
  }

  @Test
  void eachOfTheFirstActivationsHasAFigure() {
    study.problems = List.of("a 1", "a 2", "a 3");
    assertThat(figures()).hasSize(3);
    study.problems = List.of("a", "b", "c");
    assertThat(figures()).isEmpty();
  }

  private List<Figure> figures() {
    return new NumberFigures(study.rows(), "loss 0.001", study.activations).figures();
  }

  private static double mean(Table table, String series, double x) {
    return table.rows().stream()
        .filter(row -> row.get(0).text().equals(series) && row.get(1).exact().equals(x))
        .map(row -> ((Estimate) row.get(2).exact()).value())
        .findFirst()
        .orElseThrow();
  }
}
