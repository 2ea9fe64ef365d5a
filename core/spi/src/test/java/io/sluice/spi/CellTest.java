package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTest {

  private static Map<String, String> factors() {
    Map<String, String> factors = new LinkedHashMap<>();
    for (int i = Factor.names(Factor.FIRST).size() - 1; i >= 0; i--) {
      factors.put(Factor.names(Factor.FIRST).get(i), "label " + i);
    }
    return factors;
  }

  @Test
  void factorsStandInTheOrderOfColumns() {
    Cell cell = Cell.of(Factor.FIRST, 0, factors(), Map.of());
    assertThat(cell.factors().keySet()).containsExactlyElementsOf(Factor.names(Factor.FIRST));
    assertThat(cell.factor("optimizer")).isEqualTo("label 4");
  }

  @Test
  void laterChangesOfTheMapsDoNotReachTheCell() {
    Map<String, String> factors = factors();
    Map<String, Double> values = new LinkedHashMap<>(Map.of("optimizer.learning-rate", 0.1));
    Cell cell = Cell.of(Factor.FIRST, 0, factors, values);
    factors.put("optimizer", "changed");
    values.clear();
    assertThat(cell.factor("optimizer")).isEqualTo("label 4");
    assertThat(cell.hyperparameters()).hasSize(1);
    assertThatThrownBy(() -> cell.factors().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> cell.hyperparameters().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void missingAndFurtherFactorsAreRefused() {
    Map<String, String> missing = factors();
    missing.remove("loss");
    assertThatThrownBy(() -> Cell.of(Factor.FIRST, 0, missing, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a cell of the study has the factors [problem, network, loss, ");
    Map<String, String> further = factors();
    further.put("weather", "fine");
    assertThatThrownBy(() -> Cell.of(Factor.FIRST, 0, further, Map.of()))
        .hasMessageContaining("weather=fine");
  }

  @Test
  void factorsThatCameLaterMayBeMissing() {
    Map<String, String> factors = factors();
    factors.remove("batches");
    factors.remove("clipping");
    Cell cell = Cell.of(Factor.FIRST, 0, factors, Map.of());
    assertThat(cell.factors().keySet()).containsExactlyElementsOf(Factor.names(Factor.FIRST));
    assertThat(cell.factor("batches")).isEqualTo("full");
    assertThat(cell.factor("clipping")).isEqualTo("none");
    assertThat(Factor.names(Factor.FIRST)).containsAll(Factor.presets(Factor.FIRST).keySet());
  }

  @Test
  void factorsAreThoseThatAStudyDeclares() {
    List<Factor> factors = List.of(new Factor("weather", ""), new Factor("dropout", "none"));
    Cell cell = Cell.of(factors, 0, Map.of("weather", "fine"), Map.of());
    assertThat(cell.factors()).isEqualTo(Map.of("weather", "fine", "dropout", "none"));
    assertThat(cell.factors().keySet()).containsExactly("weather", "dropout");
    assertThat(Cell.of(factors, 0, Map.of("weather", ""), Map.of()).factor("weather")).isEmpty();
    assertThatThrownBy(() -> Cell.of(factors, 0, Map.of("dropout", "none"), Map.of()))
        .hasMessageContaining("[weather, dropout], not {dropout=none}");
    for (String name : List.of("", "Weather", "wea ther", "1st", "a-")) {
      assertThatThrownBy(() -> new Factor(name, "")).hasMessageContaining("\"" + name + "\"");
    }
  }

  @Test
  void aFactorIsDeclaredOnce() {
    Factor factor = new Factor("weather", "");
    assertThatThrownBy(() -> header(List.of(factor, new Factor("weather", "fine"))))
        .hasMessage("a factor is declared twice: [weather, weather]");
    assertThat(header(List.of()).factors()).isEqualTo(Factor.FIRST);
    assertThat(header(List.of(factor)).factors()).containsExactly(factor);
  }

  private static StudyHeader header(List<Factor> factors) {
    return new StudyHeader("a-1", "a", "", "{}", 1, 1, List.of(), factors, Map.of());
  }

  @Test
  void unknownFactorsAreNamed() {
    assertThatThrownBy(() -> Cell.of(Factor.FIRST, 0, factors(), Map.of()).factor("weather"))
        .hasMessageStartingWith("no factor \"weather\", only [problem, ");
  }

  @Test
  void trialsNeedAnIndexARepeatAndAKeyOfSixteenDigits() {
    Cell cell = Cell.of(Factor.FIRST, 0, factors(), Map.of());
    String key = "0123456789abcdef";
    assertThat(new Trial(3, key, cell, 1).key()).isEqualTo(key);
    assertThatThrownBy(() -> new Trial(-1, key, cell, 0))
        .hasMessage("no trial -1 with key \"" + key + "\", repeat 0");
    assertThatThrownBy(() -> new Trial(0, key, cell, -1)).hasMessageEndingWith("repeat -1");
    for (String bad : List.of("", "0123456789ABCDEF", "0123456789abcde", key + "0")) {
      assertThatThrownBy(() -> new Trial(0, bad, cell, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + bad + "\"");
    }
  }

  @Test
  void resultsKeepACopyOfTheirHitCosts() {
    List<Double> costs = new ArrayList<>(Collections.nCopies(2, 1.0));
    TrialResult result = new TrialResult(Outcome.COMPLETED, 1, 4, 1, 1, 1, 1, costs, "");
    costs.clear();
    assertThat(result.hitCosts()).containsExactly(1.0, 1.0);
  }
}
