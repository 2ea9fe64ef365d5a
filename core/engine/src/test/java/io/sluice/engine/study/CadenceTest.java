package io.sluice.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CadenceTest {

  private static List<Long> steps(Cadence cadence, long last) {
    return LongStream.rangeClosed(0, last).filter(cadence::measures).boxed().toList();
  }

  @Test
  void neverMeasuresNothing() {
    assertThat(Cadence.never().measures()).isFalse();
    assertThat(steps(Cadence.never(), 1000)).isEmpty();
  }

  @Test
  void everyMeasuresMultiples() {
    assertThat(Cadence.every(10).measures()).isTrue();
    assertThat(steps(Cadence.every(10), 35)).containsExactly(0L, 10L, 20L, 30L);
  }

  @Test
  void perDecadeMeasuresEvenlyOnALogarithmicScale() {
    assertThat(steps(Cadence.perDecade(1), 100_000))
        .containsExactly(0L, 1L, 10L, 100L, 1000L, 10_000L, 100_000L);
    assertThat(steps(Cadence.perDecade(3), 1000))
        .containsExactly(0L, 1L, 2L, 5L, 10L, 22L, 46L, 100L, 215L, 464L, 1000L);
    assertThat(steps(Cadence.perDecade(10), 1_000_000)).hasSizeBetween(55, 62);
  }

  @Test
  void looksAreCountedAsTheyAreMade() {
    for (Cadence cadence :
        List.of(
            Cadence.never(),
            Cadence.every(1),
            Cadence.every(7),
            Cadence.perDecade(1),
            Cadence.perDecade(3),
            Cadence.perDecade(10),
            Cadence.perDecade(500))) {
      for (int last : new int[] {0, 1, 6, 7, 8, 99, 100, 1234}) {
        assertThat(cadence.looks(last))
            .as(cadence + " to " + last)
            .isEqualTo(steps(cadence, last).size());
      }
    }
    assertThat(Cadence.every(1).looks(100_000_000_000L)).isEqualTo(100_000_000_001L);
    assertThat(Cadence.perDecade(1).looks(100_000_000_000L)).isEqualTo(13);
  }

  @Test
  void onlyOneWayOfMeasuringCanBeDeclared() {
    assertThatThrownBy(() -> new Cadence(10, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("measure either every so many steps or so many steps a decade, not 10 and 3");
    assertThatThrownBy(() -> Cadence.every(-1)).hasMessageEndingWith("not -1 and 0");
  }
}
