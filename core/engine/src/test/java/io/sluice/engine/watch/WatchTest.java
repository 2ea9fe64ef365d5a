package io.sluice.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(3);

  private final Pulse pulse = Pulse.ofThread();
  private final Watch watch = new Watch(pulse, LIMIT);

  @AfterEach
  void leave() {
    pulse.stopWhen(() -> false);
    pulse.leave();
  }

  @Test
  void oneCallThatLastsForTheLimitIsTold() {
    pulse.enter("the question");
    assertThat(watch.look(10)).as("when it was first seen").isEmpty();
    assertThat(watch.look(10 + LIMIT - 1)).isEmpty();
    assertThat(watch.look(10 + LIMIT))
        .hasValueSatisfying(
            hung -> {
              assertThat(hung.callee()).isEqualTo("the question");
              assertThat(hung.message())
                  .startsWith("has not come back for 3 s; it is at io.sluice.engine.watch.Watch");
            });
  }

  @Test
  void manyCallsAreNotOne() {
    for (int i = 0; i < 5; i++) {
      pulse.enter("the question");
      assertThat(watch.look(i * LIMIT)).isEmpty();
      pulse.leave();
    }
    pulse.enter("the question");
    assertThat(watch.look(6 * LIMIT)).isEmpty();
    pulse.enter("the same without leaving, as after an exception");
    assertThat(watch.look(7 * LIMIT)).isEmpty();
  }

  @Test
  void codeOfSluiceMayTakeItsTime() {
    pulse.enter(null);
    assertThat(watch.look(0)).isEmpty();
    assertThat(watch.look(9 * LIMIT)).isEmpty();
    pulse.leave();
    assertThat(watch.look(18 * LIMIT)).isEmpty();
    assertThat(watch.look(27 * LIMIT)).isEmpty();
  }

  @Test
  void whatThrewStandsThereUntilTheNextCall() {
    pulse.enter("thrower");
    assertThat(pulse.callee()).isEqualTo("thrower");
    pulse.enter("next");
    assertThat(pulse.callee()).isEqualTo("next");
    pulse.leave();
    assertThat(pulse.callee()).isNull();
  }

  @Test
  void workIsBrokenOffBeforeACallAndNotWithinOne() {
    pulse.enter("before");
    pulse.leave();
    pulse.stopWhen(() -> true);
    assertThatThrownBy(() -> pulse.enter("after")).isInstanceOf(Pulse.Stopped.class);
    assertThatThrownBy(pulse::check).isInstanceOf(Pulse.Stopped.class);
    assertThat(pulse.callee()).isNull();
  }
}
