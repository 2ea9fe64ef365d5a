package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a component throws while it is checked is a fault of it, and the check goes on. */
class CheckErrorsTest {

  private record Thrower(Throwable thrown) implements Activation {
    @Override
    public String id() {
      return "thrower";
    }

    @Override
    public double value(double x) {
      throw Thrower.<RuntimeException>sneak(thrown);
    }

    @Override
    public double slope(double x) {
      return 1;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneak(Throwable thrown) throws T {
      throw (T) thrown;
    }
  }

  static Stream<Throwable> everythingThatCanBeThrown() {
    return Stream.of(
        new IllegalStateException("plain"),
        new AssertionError("not so"),
        new OutOfMemoryError("made up"),
        new StackOverflowError(),
        new IOException("sneaked"),
        new Error("plain error"),
        new Throwable("neither"));
  }

  @ParameterizedTest
  @MethodSource("everythingThatCanBeThrown")
  void everyCheckComesToAnEnd(Throwable thrown) {
    Component thrower = new Thrower(thrown);
    for (Check<?> check : Checks.of(thrower)) {
      assertThat(check.run(thrower)).allMatch(finding -> !finding.message().isEmpty());
    }
    assertThat(Checks.of(thrower))
        .filteredOn(check -> check.run(thrower).stream().anyMatch(Finding::isFault))
        .isNotEmpty()
        .allSatisfy(
            check ->
                assertThat(check.run(thrower))
                    .anyMatch(
                        found -> found.message().contains(thrown.getClass().getSimpleName())));
  }
}
