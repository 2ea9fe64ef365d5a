package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.StudyHeader;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeptCountsTest {

  private long now;
  private long countingTakes;
  private int calls;
  private int kept;

  private final MemoryStore store =
      new MemoryStore() {
        @Override
        public BitSet finished(String studyId) {
          calls++;
          now += countingTakes;
          BitSet finished = new BitSet();
          finished.set(0, kept);
          return finished;
        }
      };
  private final KeptCounts counts = new KeptCounts(store, () -> now);

  private static StudyHeader study(String id) {
    return new StudyHeader(id, "name", "", "", 10, 1, List.of(), Map.of());
  }

  @Test
  void aStudyThatIsWholeIsCountedOnce() {
    kept = 10;
    for (int day = 0; day < 100; day++) {
      now = TimeUnit.DAYS.toNanos(day);
      assertThat(counts.of(study("a"))).isEqualTo(10);
    }
    assertThat(calls).isEqualTo(1);
    counts.of(study("b"));
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void oneThatIsNotWholeIsCountedAgainAfterAWhile() {
    kept = 3;
    counts.of(study("a"));
    kept = 4;
    now = TimeUnit.SECONDS.toNanos(10) - 1;
    assertThat(counts.of(study("a"))).isEqualTo(3);
    now++;
    assertThat(counts.of(study("a"))).isEqualTo(4);
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void whatTakesLongToCountIsCountedTheMoreRarely() {
    kept = 3;
    countingTakes = TimeUnit.SECONDS.toNanos(2);
    counts.of(study("a"));
    now += TimeUnit.SECONDS.toNanos(199);
    counts.of(study("a"));
    assertThat(calls).isEqualTo(1);
    now += TimeUnit.SECONDS.toNanos(1);
    counts.of(study("a"));
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void whatIsForgottenIsCountedAgain() {
    kept = 10;
    counts.of(study("a"));
    counts.forget("a");
    counts.of(study("a"));
    assertThat(calls).isEqualTo(2);
  }
}
