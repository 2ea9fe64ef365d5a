package io.sluice.spi;

import static io.sluice.spi.Outcome.CANCELLED;
import static io.sluice.spi.Outcome.COMPLETED;
import static io.sluice.spi.Outcome.DIVERGED;
import static io.sluice.spi.Outcome.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void nothingReplacesWhatIsWorthMore() {
    Map<Outcome, List<Outcome>> replaced =
        Map.of(
            COMPLETED, List.of(COMPLETED, DIVERGED, FAILED, CANCELLED),
            DIVERGED, List.of(COMPLETED, DIVERGED, FAILED, CANCELLED),
            FAILED, List.of(FAILED, CANCELLED),
            CANCELLED, List.of(CANCELLED));
    for (Outcome outcome : Outcome.values()) {
      for (Outcome kept : Outcome.values()) {
        assertThat(outcome.replaces(kept))
            .as("%s replaces %s", outcome, kept)
            .isEqualTo(replaced.get(outcome).contains(kept));
      }
    }
  }
}
