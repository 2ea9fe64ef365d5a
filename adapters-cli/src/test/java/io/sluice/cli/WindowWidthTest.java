package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowWidthTest {

  private String told = "24 132\n";
  private long nanos;

  @ParameterizedTest
  @CsvSource({
    "100, 24 132, 100", "'', 24 132, 132", ", 24 132, 132", "0, 24 132, 132", "x, 24 7, 7",
    ", 0 0, 80", ", '', 80", ", speed 9600 baud, 80", "-5, '', 80", "999999999999, 24 9, 9"
  })
  void theVariableComesFirstThenTheTerminalThenTheUsualWidth(
      String columns, String size, int width) {
    assertThat(new WindowWidth(columns, () -> size, () -> 0).getAsInt()).isEqualTo(width);
  }

  @Test
  void aResizedTerminalIsNoticedAfterASecondAndNotAskedBefore() {
    WindowWidth width = new WindowWidth(null, () -> told, () -> nanos);
    assertThat(width.getAsInt()).isEqualTo(132);
    told = "24 40\n";
    nanos = TimeUnit.MILLISECONDS.toNanos(999);
    assertThat(width.getAsInt()).isEqualTo(132);
    nanos = TimeUnit.SECONDS.toNanos(1);
    assertThat(width.getAsInt()).isEqualTo(40);
  }
}
