package io.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeRunCostsTest {

  private static final WholeRunCosts COSTS =
      new WholeRunCosts(
          List.of(
              new WholeRunCosts.Size(1000, List.of(1.5, 1.0), List.of(2.0, 2.5)),
              new WholeRunCosts.Size(101_000, List.of(1.8, 1.9), List.of(3.2, 3.0))));

  @Test
  void trialCostsWhatALargerRunTakesMoreThanASmallerOne() {
    assertThat(COSTS.bareMicros(0)).isNaN();
    assertThat(COSTS.bareMicros(1)).isCloseTo(8, within(1e-9));
    assertThat(COSTS.wholeMicros(1)).isCloseTo(10, within(1e-9));
  }

  @Test
  void tableShowsBothRatesByTheBestRounds() {
    assertThat(COSTS.table().lines().toList().get(2).split(" +"))
        .containsExactly("", "1000", "1.00", "2.00", "50%");
    assertThat(COSTS.table().lines().toList().get(3).split(" +"))
        .containsExactly("", "101000", "1.80", "3.00", "60%", "8.00", "10.00", "80%");
  }

  @Test
  void jsonHasEveryRound() {
    assertThat(COSTS.json(Map.of("cpu", "a \"b\"")))
        .contains("\"cpu\": \"a \\\"b\\\"\"")
        .contains("\"bare_seconds\": [1.5, 1.0]")
        .contains("\"whole_micros_more\": 10.000")
        .contains("\"whole_micros_more\": null");
  }

  @Test
  void childrensTimeIsTheLastLineOfTheShell() {
    assertThat(WholeRunCosts.childSeconds("0m0.01s 0m0.02s\n1m2.500s 0m0.25s\n"))
        .isCloseTo(62.75, within(1e-9));
    assertThatThrownBy(() -> WholeRunCosts.childSeconds("1.5 0.3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5 0.3");
  }
}
