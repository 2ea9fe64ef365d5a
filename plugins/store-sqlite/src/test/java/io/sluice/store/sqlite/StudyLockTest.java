package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyLeases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
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
  void studyThatIsWrittenIsNotForgottenUntilTheLastWriterIsClosed() {
    try (ResultStore store = open();
        ResultWriter first = store.open(Samples.HEADER);
        ResultWriter second = open().open(Samples.HEADER)) {
      first.write(Samples.finished(1));
      first.close();
      assertThatThrownBy(() -> open().forget("xor-1"))
          .isInstanceOf(ResultStoreException.class)
          .hasMessageStartingWith("the study \"xor-1\" in " + folder.resolve("sluice.db"))
          .hasMessageContaining("is being written by this process already");
      second.write(Samples.finished(2));
      second.close();
      assertThat(store.finished("xor-1").stream()).containsExactly(1, 2);
      store.forget("xor-1");
      assertThat(store.studies()).isEmpty();
    }
  }

  @Test
  void processThatIsKilledHoldsNothingAnyMore() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.resolve("sluice.db").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    open().open(Samples.HEADER).close();
    BitSet shares = new BitSet();
    shares.set(0, 3);
    try (ResultStore store = open();
        StudyLeases leases = store.leases("xor-1", Holder.LIFE).orElseThrow()) {
      assertThat(other.getInputStream().read()).isEqualTo('!');
      assertThatThrownBy(() -> store.forget("xor-1"))
          .isInstanceOf(ResultStoreException.class)
          .hasMessageContaining("is being written by process " + other.pid() + " already");
      assertThat(leases.others()).containsExactly("process " + other.pid());
      assertThat(leases.take(shares, 3)).isEqualTo(BitSet.valueOf(new long[] {0b100}));
      // It may be written and read.
      store.open(Samples.HEADER).close();
      assertThat(store.finished("xor-1").stream()).containsExactly(0);
      other.destroyForcibly();
      assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(leases.others()).isEmpty();
      assertThat(leases.take(shares, 3)).isEqualTo(BitSet.valueOf(new long[] {0b011}));
    } finally {
      other.destroyForcibly();
    }
    open().forget("xor-1");
  }

  /** Writes to the study and holds two of its shares until it is killed. */
  static final class Holder {
    static final Duration LIFE = Duration.ofHours(1);

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      ResultStore store = open(Path.of(arguments[0]));
      ResultWriter writer = store.open(Samples.HEADER);
      writer.write(Samples.finished(0));
      writer.flush();
      BitSet shares = new BitSet();
      shares.set(0, 2);
      store.leases(Samples.HEADER.id(), LIFE).orElseThrow().take(shares, 2);
      System.out.print('!');
      System.out.flush();
      System.in.read();
    }
  }
}
