package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellSummaryTest {

  private static final Cell CELL = new Cell(0, Map.of(), Map.of());

  @Test
  void trialsAreRangesThatComeBack() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      BitSet trials = new BitSet();
      for (int i = 0; i < 200; i++) {
        trials.set(random.nextInt(300), random.nextBoolean());
      }
      CellSummary summary = CellSummary.of(CELL, trials, 0, 1000, "");
      BitSet again = new BitSet();
      summary.addTrialsTo(again);
      assertThat(again).isEqualTo(trials);
      assertThat(summary.count()).isEqualTo(trials.cardinality());
    }
    BitSet trials = new BitSet();
    trials.set(400, 800);
    trials.set(900);
    assertThat(CellSummary.of(CELL, trials, 0, 1000, "").trials()).isEqualTo("400-799 900");
    assertThat(CellSummary.of(CELL, trials, 500, 600, "").trials()).isEqualTo("500-599");
    assertThat(CellSummary.of(CELL, trials, 800, 900, "").trials()).isEmpty();
  }

  @Test
  void rangesThatDoNotAscendAreRefused() {
    for (String wrong : List.of("3 2", "1-3 3-5", "1-3 4", "5-4", "x", "1-", "-1")) {
      assertThatThrownBy(() -> new CellSummary(CELL, wrong, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void storesThatKnowNoSummariesRefuseThem() {
    ResultWriter writer = event -> {};
    assertThatThrownBy(() -> writer.write(new CellSummary(CELL, "", "")))
        .isInstanceOf(ResultStoreException.class)
        .hasMessage("stores of this kind keep no summaries");
  }
}
