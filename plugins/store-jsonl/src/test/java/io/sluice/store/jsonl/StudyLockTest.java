package io.sluice.store.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sdk.lines.Samples;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLockTest {

  @TempDir Path folder;

  @Test
  void secondWriterOfAStudyIsRefusedUntilTheFirstIsClosed() {
    try (ResultStore store = open(folder)) {
      ResultWriter first = store.open(Samples.HEADER);
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> open(folder).open(Samples.HEADER))
            .isInstanceOf(ResultStoreException.class)
            .hasMessageContaining("the study \"xor-1\"")
            .hasMessageContaining("is being written by this process already");
      }
      first.close();
      store.open(Samples.HEADER).close();
    }
  }

  @Test
  void writerInAnotherProcessIsRefusedUntilThatEnds() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('!');
      assertThatThrownBy(() -> open(folder).open(Samples.HEADER))
          .isInstanceOf(ResultStoreException.class)
          .hasMessageContaining("is being written by process " + other.pid() + " already");
      assertThat(open(folder).finished("xor-1").cardinality()).isOne();
    } finally {
      other.destroyForcibly();
    }
    assertThat(other.waitFor(5, TimeUnit.MINUTES)).isTrue();
    open(folder).open(Samples.HEADER).close();
  }

  private static ResultStore open(Path folder) {
    return new JsonlStoreProvider().open(folder.toString());
  }

  /** Writes to the study until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      ResultWriter writer = open(Path.of(arguments[0])).open(Samples.HEADER);
      writer.write(Samples.finished(0));
      writer.flush();
      System.out.print('!');
      System.out.flush();
      System.in.read();
    }
  }
}
