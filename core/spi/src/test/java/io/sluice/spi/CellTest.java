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
    for (int i = Cell.FACTORS.size() - 1; i >= 0; i--) {
      factors.put(Cell.FACTORS.get(i), "label " + i);
    }
    return factors;
  }

  @Test
  void factorsStandInTheOrderOfColumns() {
    Cell cell = new Cell(0, factors(), Map.of());
    assertThat(cell.factors().keySet()).containsExactlyElementsOf(Cell.FACTORS);
    assertThat(cell.factor("optimizer")).isEqualTo("label 4");
  }

  @Test
  void laterChangesOfTheMapsDoNotReachTheCell() {
    Map<String, String> factors = factors();
    Map<String, Double> values = new LinkedHashMap<>(Map.of("optimizer.learning-rate", 0.1));
    Cell cell = new Cell(0, factors, values);
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
    assertThatThrownBy(() -> new Cell(0, missing, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a cell has the factors [problem, network, loss, ");
    Map<String, String> further = factors();
    further.put("weather", "fine");
    assertThatThrownBy(() -> new Cell(0, further, Map.of())).hasMessageContaining("weather=fine");
  }

  @Test
  void factorsThatCameLaterMayBeMissing() {
    Map<String, String> factors = factors();
    factors.remove("batches");
    factors.remove("clipping");
    Cell cell = new Cell(0, factors, Map.of());
    assertThat(cell.factors().keySet()).containsExactlyElementsOf(Cell.FACTORS);
    assertThat(cell.factor("batches")).isEqualTo("full");
    assertThat(cell.factor("clipping")).isEqualTo("none");
    assertThat(Cell.FACTORS).containsAll(Cell.PRESETS.keySet());
  }

  @Test
  void unknownFactorsAreNamed() {
    assertThatThrownBy(() -> new Cell(0, factors(), Map.of()).factor("weather"))
        .hasMessageStartingWith("no factor \"weather\", only [problem, ");
  }

  @Test
  void trialsNeedAnIndexARepeatAndAKeyOfSixteenDigits() {
    Cell cell = new Cell(0, factors(), Map.of());
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
