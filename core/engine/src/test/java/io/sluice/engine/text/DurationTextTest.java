package io.sluice.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({"0, 0 s", "12, 12 s", "60, 1 min", "200, 3 min 20 s", "3600, 1 h", "3700, 1 h 1 min"})
  void durationsHaveTwoUnitsAtMost(long seconds, String text) {
    assertThat(DurationText.of(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "90s, 90", "10m, 600", "10 min, 600", "2h, 7200"})
  void durationsAreRead(String text, long seconds) {
    assertThat(DurationText.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void otherTextsAreRefusedWithAnExample() {
    assertThatThrownBy(() -> DurationText.parse("soon"))
        .hasMessage("\"soon\" is no span of time; write for example 90s, 10m or 2h");
    assertThatThrownBy(() -> DurationText.parse("-1s")).hasMessageContaining("\"-1s\"");
  }
}
