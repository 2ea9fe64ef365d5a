package io.sluice.store.sql;

import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.StudyLeases;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A store in a database. Each call and each stream has a connection of its own, so any thread may
 * call at any time.
 */
public final class SqlStore implements ResultStore {

  /** How many runs of trials a query asks for. */
  private static final int MOST_RUNS = 100;

  private final Database database;
  private volatile boolean closed;

  public SqlStore(Database database) {
    this.database = database;
  }

  private Connection connect() throws SQLException {
    if (closed) {
      throw new ResultStoreException("the store " + database + " is closed");
    }
    return database.connect();
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    try {
      Connection connection = connect();
      try {
        return open(header, connection);
      } catch (SQLException | RuntimeException e) {
        abandon(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private ResultWriter open(StudyHeader header, Connection connection) throws SQLException {
    database.beginWriting(connection, Database.ALL);
    int study = Studies.begin(database, connection, header);
    // If another process writes to the study alone, its header stays as it was.
    Database.Hold hold = database.hold(connection, study, header.id(), false);
    try {
      database.commit(connection);
      return new StudyWriter(database, connection, hold, study, header);
    } catch (SQLException | RuntimeException e) {
      hold.close();
      throw e;
    }
  }

  private void abandon(Connection connection, Exception reason) {
    try (connection) {
      database.rollback(connection);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void forget(String studyId) {
    try (Connection connection = connect()) {
      database.beginWriting(connection, Database.ALL);
      int study = Studies.find(database, connection, studyId).number();
      if (study < 0) {
        database.rollback(connection);
        return;
      }
      try (Database.Hold hold = database.hold(connection, study, studyId, true)) {
        Studies.delete(database, connection, study);
        database.commit(connection);
      } catch (SQLException | RuntimeException e) {
        abandon(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public Optional<StudyLeases> leases(String studyId, Duration life) {
    try (Connection connection = connect()) {
      int study = Studies.find(database, connection, studyId).number();
      if (study < 0) {
        throw new ResultStoreException(
            "the study \"" + studyId + "\" was not begun in " + database);
      }
      return database.leases(study, life);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private Studies.Headers headers() {
    try (Connection connection = connect()) {
      database.beginReading(connection);
      return Studies.all(database, connection);
    } catch (SQLException e) {
      throw database.failure(e);
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
    try (Connection connection = connect()) {
      database.beginReading(connection);
      int study = Studies.find(database, connection, studyId).number();
      TrialTable table = database.trials(study, 0);
      Database.Cursor rows =
          database.cursor(
              connection, study, (first, last) -> finishedOf(table) + table.between(first, last));
      for (ResultSet row = rows.next(); row != null; row = rows.next()) {
        finished.set(table.index(row));
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
    return finished;
  }

  private static String finishedOf(TrialTable table) {
    return "select "
        + table.brief()
        + " from "
        + table.name()
        + " where "
        + table.stays()
        + " and ";
  }

  /** Asks of runs of trials that follow each other, many at once. */
  @Override
  public BitSet finished(String studyId, BitSet among) {
    BitSet finished = new BitSet();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      database.beginReading(connection);
      int study = Studies.find(database, connection, studyId).number();
      TrialTable table = database.trials(study, 0);
      List<String> runs = new ArrayList<>();
      for (int from = among.nextSetBit(0); from >= 0; ) {
        int end = among.nextClearBit(from);
        runs.add(table.between(from, end - 1));
        from = among.nextSetBit(end);
        if (from < 0 || runs.size() == MOST_RUNS) {
          String query = finishedOf(table) + "(" + String.join(" or ", runs) + ")";
          try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
              finished.set(table.index(rows));
            }
          }
          runs.clear();
        }
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
    return finished;
  }

  @Override
  public BitSet sound(String studyId) {
    try (Connection connection = connect()) {
      return new StudyCursor(database, connection, studyId, true).sound();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public Stream<Finished> trials(String studyId) {
    return stream(c -> new StudyCursor(database, c, studyId, false)::nextFinished);
  }

  @Override
  public Stream<Measured> measurements(String studyId) {
    return stream(c -> new StudyCursor(database, c, studyId, true)::nextMeasured);
  }

  @Override
  public boolean keepsSummaries() {
    return true;
  }

  @Override
  public Stream<CellSummary> summaries(String studyId) {
    return stream(c -> new Summaries(database, c, studyId)::next);
  }

  /** Begins to read. */
  @FunctionalInterface
  private interface Reader<T> {
    Rows.Source<T> read(Connection connection) throws SQLException;
  }

  private <T> Stream<T> stream(Reader<T> reader) {
    try {
      Connection connection = connect();
      try {
        return StreamSupport.stream(new Rows<>(database, reader.read(connection)), false)
            .onClose(() -> close(connection));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    database.close();
  }
}
