package io.sluice.sdk.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stores of lines promise when the disk is full, the process is killed or the power fails. */
public abstract class FaultContract {

  private static final long SEEDS = 10_000;

  /** The stores that promise it. */
  protected abstract LineStoreExtension stores();

  @Test
  void whateverGoesWrongNoFlushedTrialIsLostAndNoneIsDoubled() {
    int sessions = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        sessions += new FaultyRun(stores(), seed).play();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(sessions).as("begun again after a fault").isGreaterThan((int) (2 * SEEDS));
  }
}
