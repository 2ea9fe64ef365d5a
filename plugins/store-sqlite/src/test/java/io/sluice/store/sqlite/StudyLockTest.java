package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLockTest {

  @TempDir Path folder;

  private ResultStore open() {
    return open(folder.resolve("sluice.db"));
  }

  private static ResultStore open(Path file) {
    return new SqliteStoreProvider().open(file.toString());
  }

  @Test
  void secondWriterOfAStudyIsRefusedUntilTheFirstIsClosed() {
    try (ResultStore store = open();
        ResultWriter first = store.open(Samples.HEADER)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> open().open(Samples.HEADER))
            .isInstanceOf(ResultStoreException.class)
            .hasMessageStartingWith("the study \"xor-1\" in " + folder.resolve("sluice.db"))
            .hasMessageContaining("is being written by this process already");
      }
      store.open(Samples.OTHER).close();
      first.write(Samples.finished(1));
      first.close();
      store.open(Samples.HEADER).close();
      assertThat(store.finished("xor-1").stream()).containsExactly(1);
    }
  }

  @Test
  void writerInAnotherProcessIsRefusedUntilThatIsKilled() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.resolve("sluice.db").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('!');
      try (ResultStore store = open();
          Stream<Finished> trials = store.trials("xor-1")) {
        assertThatThrownBy(() -> store.open(Samples.HEADER))
            .isInstanceOf(ResultStoreException.class)
            .hasMessageContaining("is being written by process " + other.pid() + " already");
        // Another study may be written, and this one be read.
        store.open(Samples.OTHER).close();
        assertThat(trials).containsExactly(Samples.finished(0));
      }
    } finally {
      other.destroyForcibly();
    }
    assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
    open().open(Samples.HEADER).close();
    assertThat(open().finished("xor-1").stream()).containsExactly(0);
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
