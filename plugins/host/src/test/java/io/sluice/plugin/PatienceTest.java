package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static volatile boolean isOver;

  private static final ClassLoader LOADER = PatienceTest.class.getClassLoader();

  @Test
  void givesWhatTheTaskGives() throws Throwable {
    Patience patience = new Patience(Duration.ofHours(1));
    assertThat(patience.await(LOADER, () -> 7)).isEqualTo(7);
    assertThat(patience.await(LOADER, Thread::currentThread))
        .isSameAs(patience.await(LOADER, Thread::currentThread));
  }

  @Test
  void throwsWhatTheTaskThrows() {
    Patience patience = new Patience(Duration.ofHours(1));
    IOException thrown = new IOException("no");
    assertThatThrownBy(
            () ->
                patience.await(
                    LOADER,
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThatThrownBy(
            () ->
                patience.await(
                    LOADER,
                    () -> {
                      throw new AssertionError("never");
                    }))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void leavesATaskWithoutAnEndAndGoesOn() throws Throwable {
    Patience patience = new Patience(Duration.ofMillis(200));
    assertThatThrownBy(() -> patience.await(LOADER, PatienceTest::endless))
        .isInstanceOf(Unusable.class)
        .hasMessageStartingWith("did not come back within 0.2 s; it was in ")
        .hasMessageContaining("PatienceTest.endless(PatienceTest.java:");
    assertThat(new Patience(Duration.ofHours(1)).await(LOADER, () -> 8)).isEqualTo(8);
  }

  /** Comes back when the tests are over, so that it takes no time from others. */
  private static int endless() {
    while (!isOver) {
      Thread.onSpinWait();
    }
    return 0;
  }

  @AfterAll
  static void end() {
    isOver = true;
  }
}
