package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.store.sql.Database;
import io.sluice.store.sql.FileHold;
import io.sluice.store.sql.Sql;
import io.sluice.store.sql.SqlStore;
import io.sluice.store.sql.StudyWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures that pass. */
class AwayTest {

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("sluice.db");
  }

  @Test
  void fileThatAnotherLocksIsAwayUntilItIsFree() throws SQLException {
    try (ResultStore store = new SqlStore(SqliteFile.open(path().toString(), 50));
        ResultWriter writer = store.open(Samples.HEADER);
        Connection other = SqliteFile.open(path().toString(), 50).connect()) {
      Sql.execute(other, "begin immediate");
      writer.write(Samples.finished(3));
      ResultStoreException failure =
          catchThrowableOfType(ResultStoreException.class, writer::flush);
      assertThat(failure).hasMessageContaining("is locked by another process");
      assertThat(failure.isUnavailable()).isTrue();
      Sql.execute(other, "rollback");
      writer.flush();
      assertThat(store.finished("xor-1").stream()).containsExactly(3);
    }
  }

  /**
   * What SQLite says when a file has reached its largest size is what it says of a full disk. Its
   * statements cannot be used after that, but another writer can write all again.
   */
  @Test
  void fullDiskIsAwayUntilThereIsRoom() throws SQLException {
    try (ResultStore store = new SqliteStoreProvider().open(path().toString())) {
      store.open(Samples.HEADER).close();
      SqliteFile file = SqliteFile.open(path().toString(), 50);
      Connection connection = file.connect();
      Database.Hold hold = FileHold.share(file.beside("-lock"), 1, "the study", file);
      ResultWriter full = new StudyWriter(file, connection, hold, 1, Samples.HEADER);
      Sql.execute(connection, "pragma max_page_count = 1");
      write(full);
      ResultStoreException failure = catchThrowableOfType(ResultStoreException.class, full::flush);
      assertThat(failure).hasMessage(path() + " cannot grow: the disk is full");
      assertThat(failure.isUnavailable()).isTrue();
      catchThrowableOfType(ResultStoreException.class, full::close);
      assertThat(store.finished("xor-1").cardinality()).isZero();
      try (ResultWriter writer = store.open(Samples.HEADER)) {
        write(writer);
      }
      assertThat(store.sound("xor-1").cardinality()).isEqualTo(4000);
      store.forget("xor-1");
    }
  }

  private static void write(ResultWriter writer) {
    for (int trial = 0; trial < 4000; trial++) {
      writer.write(Samples.finished(trial));
    }
  }

  @Test
  void whatIsNoStoreIsNotWaitedFor() throws Exception {
    Files.writeString(path(), "no database, and long enough to be read as none\n".repeat(40));
    ResultStoreException failure =
        catchThrowableOfType(
            ResultStoreException.class, () -> new SqliteStoreProvider().open(path().toString()));
    assertThat(failure).hasMessageContaining("is not a SQLite database");
    assertThat(failure.isUnavailable()).isFalse();
  }
}
