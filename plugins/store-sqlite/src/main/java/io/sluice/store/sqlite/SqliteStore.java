package io.sluice.store.sqlite;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Each call and each stream has a connection of its own, so any thread may call at any time. */
final class SqliteStore implements ResultStore {

  private final SqliteFile file;
  private volatile boolean closed;

  SqliteStore(SqliteFile file) {
    this.file = file;
  }

  private Connection connect() throws SQLException {
    if (closed) {
      throw new ResultStoreException("the store " + file + " is closed");
    }
    return file.connect();
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    try {
      Connection connection = connect();
      try {
        return open(header, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private ResultWriter open(StudyHeader header, Connection connection) throws SQLException {
    SqliteFile.execute(connection, "begin immediate");
    int study = Studies.begin(connection, header);
    // If another process writes to the study, its header stays as it was.
    StudyLock lock = lock(study, header.id());
    try {
      SqliteFile.execute(connection, "commit");
      return new SqliteWriter(file, connection, lock, study, header);
    } catch (SQLException | RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private StudyLock lock(int study, String studyId) {
    try {
      return StudyLock.take(
          file.beside("-lock"), study, "the study \"" + studyId + "\" in " + file);
    } catch (IOException e) {
      throw new ResultStoreException(
          file + " cannot be written: its lock " + file.beside("-lock") + " cannot be taken: " + e,
          e);
    }
  }

  private void release(StudyLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new ResultStoreException("the lock of " + file + " cannot be released: " + e, e);
    }
  }

  private Studies.Headers headers() {
    try (Connection connection = connect()) {
      SqliteFile.execute(connection, "begin");
      return Studies.all(connection, file);
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public List<StudyHeader> studies() {
    return headers().headers();
  }

  @Override
  public List<String> unreadable() {
    return headers().damaged();
  }

  @Override
  public BitSet finished(String studyId) {
    BitSet finished = new BitSet();
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select id from trial_row where id between ? and ? and " + TrialRow.STAYS)) {
      int study = Studies.find(connection, studyId).number();
      query.setLong(1, TrialRow.id(study, 0));
      query.setLong(2, TrialRow.id(study, Integer.MAX_VALUE));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          finished.set(TrialRow.index(rows.getLong(1)));
        }
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
    return finished;
  }

  @Override
  public BitSet sound(String studyId) {
    try (Connection connection = connect()) {
      return new StudyCursor(file, connection, studyId, true).sound();
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public Stream<Finished> trials(String studyId) {
    return stream(studyId, false, cursor -> cursor::nextFinished);
  }

  @Override
  public Stream<Measured> measurements(String studyId) {
    return stream(studyId, true, cursor -> cursor::nextMeasured);
  }

  private <T> Stream<T> stream(
      String studyId, boolean measures, Function<StudyCursor, Rows.Source<T>> source) {
    try {
      Connection connection = connect();
      try {
        StudyCursor cursor = new StudyCursor(file, connection, studyId, measures);
        return StreamSupport.stream(new Rows<>(file, source.apply(cursor)), false)
            .onClose(() -> close(connection));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    file.close();
  }
}
