package io.sluice.store.sql;

import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyLeases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A database with the tables of results: all that is not the same in every kind of database. Its
 * {@code toString} is what messages call it. Any thread may call at any time.
 */
public interface Database {

  /** In place of a study's number: all studies. */
  int ALL = -1;

  /** How many rows of a query are fetched at once, where they are not fetched one by one. */
  int FETCHED = 8192;

  /** A connection of its own for one reader or one writer; each statement is a transaction. */
  Connection connect() throws SQLException;

  /** Begins a transaction that sees everything as it is now, whatever is written meanwhile. */
  void beginReading(Connection connection) throws SQLException;

  /**
   * Begins a transaction in which nobody else writes to a study.
   *
   * @param study its number, or {@link #ALL}
   */
  void beginWriting(Connection connection, int study) throws SQLException;

  /** Ends a transaction; what it wrote lasts. */
  default void commit(Connection connection) throws SQLException {
    Sql.execute(connection, "commit");
  }

  /** Ends a transaction as if it had written nothing. */
  default void rollback(Connection connection) throws SQLException {
    Sql.execute(connection, "rollback");
  }

  /** Settings of a connection that writes much. */
  default void tuneForWriting(Connection connection) throws SQLException {}

  /**
   * Adds rows to a table.
   *
   * @param table its name, or what follows it in {@code insert into}
   * @param columns how many a row has; the first is the study's number, which is not given
   */
  RowWriter rows(Connection connection, String table, int columns, int study) throws SQLException;

  /** The table of trials. */
  default TrialTable trials(int study, int targets) {
    return new PlainTrials(this, study, targets);
  }

  /**
   * The rows of a query over trials from the first to the last.
   *
   * @param query the query of trials in a range of places
   */
  default Cursor cursor(Connection connection, int study, Range query) throws SQLException {
    Statement statement = connection.createStatement();
    statement.setFetchSize(FETCHED);
    ResultSet rows = statement.executeQuery(query.between(0, Integer.MAX_VALUE));
    return () -> rows.next() ? rows : null;
  }

  /** A query of trials from one place to another, both included. */
  @FunctionalInterface
  interface Range {
    /** Its text. */
    String between(long first, long last);
  }

  /** Rows one after the other. */
  @FunctionalInterface
  interface Cursor {
    /** The next row, after which the one before is gone; null after the last. */
    ResultSet next() throws SQLException;
  }

  /**
   * Keeps others from writing to a study, or only from forgetting it where several may write.
   *
   * @param connection of the writer
   * @param alone whether nobody else may write
   * @throws ResultStoreException if somebody writes; the message says who
   */
  Hold hold(Connection connection, int study, String studyId, boolean alone) throws SQLException;

  /** What {@link #hold} took. */
  @FunctionalInterface
  interface Hold extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /** See {@link io.sluice.spi.ResultStore#leases}. */
  default Optional<StudyLeases> leases(int study, Duration life) throws SQLException {
    return Optional.empty();
  }

  /** A text as the database keeps it, for one that cannot keep every text. */
  default UnaryOperator<String> kept() {
    return UnaryOperator.identity();
  }

  /** The text that was kept. */
  default UnaryOperator<String> read() {
    return UnaryOperator.identity();
  }

  /** Says what went wrong with this database and what to do about it. */
  ResultStoreException failure(SQLException e);

  /** Gives back what is held. */
  void close();
}
