package io.sluice.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTextTest {

  private static final OutOfMemoryError HEAP = new OutOfMemoryError("Java heap space");

  @Test
  void theLimitIsNamedAsItWasChosenOrElseAsItIs() {
    assertThat(MemoryText.of(HEAP, "", List.of("-ea", "-Xmx1g", "-Xmx256m"), 230L << 20))
        .isEqualTo("out of memory with -Xmx256m: allow more with SLUICE_JAVA_OPTS=-Xmx512m");
    assertThat(MemoryText.of(HEAP, "measure more rarely", List.of(), 3900L << 20))
        .isEqualTo(
            "out of memory, of which Java takes 3900 MB here: allow more with"
                + " SLUICE_JAVA_OPTS=-Xmx8g, or measure more rarely");
  }

  @ParameterizedTest
  @CsvSource({"1, 64m", "32, 64m", "33, 128m", "256, 512m", "400, 1g", "512, 1g", "513, 2g"})
  void theAdviceIsAtLeastTwiceTheLimit(long megabytes, String advice) {
    assertThat(MemoryText.of(HEAP, "", List.of(), megabytes << 20)).endsWith("-Xmx" + advice);
  }

  @Test
  void threadsThatCannotBeStartedNeedNoHeap() {
    OutOfMemoryError threads = new OutOfMemoryError("unable to create native thread: possibly ...");
    assertThat(MemoryText.of(threads, "", List.of("-Xmx1g"), 1L << 30))
        .contains("--threads")
        .doesNotContain("Xmx");
    assertThat(MemoryText.of(new OutOfMemoryError(), "", List.of("-Xmx1g"), 1L << 30))
        .startsWith("out of memory with -Xmx1g");
  }

  @Test
  void whatAComponentOnlySaysIsNoLackOfMemory() {
    assertThat(MemoryText.isReal(new OutOfMemoryError("Java heap space"))).isTrue();
    assertThat(MemoryText.isReal(new OutOfMemoryError("GC overhead limit exceeded"))).isTrue();
    assertThat(MemoryText.isReal(new OutOfMemoryError("fake"))).isFalse();
    assertThat(MemoryText.isReal(new OutOfMemoryError())).isFalse();
  }
}
