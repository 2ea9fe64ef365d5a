package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Test
  void whatTheWorkThrowsComesAsItIs() {
    assertThat(Parallel.start(() -> 3).get()).isEqualTo(3);
    Error full = new OutOfMemoryError("made up");
    RuntimeException wrong = new IllegalArgumentException("made up");
    Supplier<Object> error =
        Parallel.start(
            () -> {
              throw full;
            });
    Supplier<Object> exception =
        Parallel.start(
            () -> {
              throw wrong;
            });
    assertThatThrownBy(error::get).isSameAs(full);
    assertThatThrownBy(exception::get).isSameAs(wrong);
  }
}
