package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlockLayoutTest {

  private final BlockLayout layout = new BlockLayout(3, 8, 2);

  @Test
  void rowsFollowOneAnotherFromTheOffsetOn() {
    assertThat(layout.row(0)).isEqualTo(2);
    assertThat(layout.row(1)).isEqualTo(10);
    assertThat(layout.row(2)).isEqualTo(18);
    assertThat(layout.length()).isEqualTo(26);
    assertThat(layout.newBlock()).hasSize(26).containsOnly(0);
  }

  @Test
  void emptyLayoutsAreRefused() {
    assertThatThrownBy(() -> new BlockLayout(0, 8, 0)).hasMessage("no block of 0 x 8 from index 0");
    assertThatThrownBy(() -> new BlockLayout(1, 0, 0)).hasMessage("no block of 1 x 0 from index 0");
    assertThatThrownBy(() -> new BlockLayout(1, 1, -1))
        .hasMessage("no block of 1 x 1 from index -1");
  }

  @Test
  void layoutsLargerThanAnArrayAreRefused() {
    assertThatThrownBy(() -> new BlockLayout(65_536, 65_536, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no block of 65536 x 65536 from index 0");
  }

  @Test
  void candidatesAreASliceOfEveryRow() {
    double[] block = layout.newBlock();
    Candidates candidates = new Candidates(layout, block, 5, 3);
    assertThat(candidates.row(1)).isEqualTo(15);
    candidates.set(1, 2, 0.25);
    assertThat(block[17]).isEqualTo(0.25);
  }

  @Test
  void candidatesBeyondTheRowAreRefused() {
    double[] block = layout.newBlock();
    assertThatThrownBy(() -> new Candidates(layout, block, 6, 3))
        .hasMessage("no 3 members from lane 6 of 8");
    assertThatThrownBy(() -> new Candidates(layout, block, 0, 0))
        .hasMessage("no 0 members from lane 0 of 8");
  }
}
