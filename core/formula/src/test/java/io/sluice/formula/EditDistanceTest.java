package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {

  @Test
  void equalWordsAreNotApart() {
    assertThat(EditDistance.between("tanh", "tanh")).isZero();
    assertThat(EditDistance.between("", "")).isZero();
  }

  @Test
  void eachInsertedDeletedAndReplacedLetterCounts() {
    assertThat(EditDistance.between("sigmod", "sigmoid")).isEqualTo(1);
    assertThat(EditDistance.between("rellu", "relu")).isEqualTo(1);
    assertThat(EditDistance.between("sinh", "tanh")).isEqualTo(2);
    assertThat(EditDistance.between("", "relu")).isEqualTo(4);
    assertThat(EditDistance.between("Tanh", "tanh")).isEqualTo(1);
  }

  @Test
  void swappedNeighboursCountOnce() {
    assertThat(EditDistance.between("tahn", "tanh")).isEqualTo(1);
    assertThat(EditDistance.between("dcba", "abcd")).isEqualTo(3);
  }

  @Test
  void noLetterIsTouchedTwice() {
    assertThat(EditDistance.between("ca", "abc")).isEqualTo(3);
  }

  @Test
  void itIsTheSameBothWays() {
    assertThat(EditDistance.between("gelu", "leaky-relu"))
        .isEqualTo(EditDistance.between("leaky-relu", "gelu"));
  }
}
