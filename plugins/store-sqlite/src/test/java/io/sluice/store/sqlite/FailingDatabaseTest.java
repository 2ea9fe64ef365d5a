package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.store.sql.Database;
import io.sluice.store.sql.FileHold;
import io.sluice.store.sql.StudyWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails in the middle of a commit cannot be had, so the connection is told to fail. */
class FailingDatabaseTest {

  @TempDir Path folder;

  @Test
  void whatACommitCouldNotKeepIsWrittenByTheNextFlush() throws SQLException, IOException {
    Path path = folder.resolve("sluice.db");
    try (ResultStore store = new SqliteStoreProvider().open(path.toString())) {
      store.open(Samples.HEADER).close();
      SqliteFile file = SqliteFile.open(path.toString(), 1000);
      Connection failing = connection(file.connect(), 1);
      Database.Hold hold = FileHold.take(file.beside("-lock"), 1, "the study", file);
      ResultWriter writer = new StudyWriter(file, failing, hold, 1, Samples.HEADER);
      writer.write(Samples.measured(3, 1, 0.5));
      writer.write(Samples.finished(3));

      assertThatThrownBy(writer::flush)
          .isInstanceOf(ResultStoreException.class)
          .hasMessageContaining("sluice.db")
          .hasMessageContaining("disk I/O error");
      assertThat(store.finished("xor-1").cardinality()).isZero();

      writer.write(Samples.finished(4));
      writer.close();
      assertThat(store.finished("xor-1").stream().toArray()).containsExactly(3, 4);
      assertThat(store.measurements("xor-1")).containsExactly(Samples.measured(3, 1, 0.5));
    }
  }

  /** The real connection, but for its first commits. */
  private static Connection connection(Connection real, int failures) throws SQLException {
    Connection connection = mock(Connection.class, delegatesTo(real));
    int[] left = {failures};
    doAnswer(
            call -> {
              Statement statement = mock(Statement.class, delegatesTo(real.createStatement()));
              if (left[0] > 0) {
                doAnswer(
                        commit -> {
                          left[0]--;
                          throw new SQLException("disk I/O error");
                        })
                    .when(statement)
                    .executeUpdate(eq("commit"));
              }
              return statement;
            })
        .when(connection)
        .createStatement();
    return connection;
  }
}
