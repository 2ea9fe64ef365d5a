package io.sluice.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyLeases;
import io.sluice.store.sql.Database;
import io.sluice.store.sql.KeptText;
import io.sluice.store.sql.RowWriter;
import io.sluice.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One schema of a database, through a pool of connections. Transactions that begin or forget a
 * study are alone; those that write to one share that with writers to others, and each locks its
 * study's row. Advisory locks keep a study that is written from being forgotten: the first number
 * of each is that of the table of studies, the second that of the study, 0 for all.
 */
final class PostgresDatabase implements Database {

  private static final int MOST_CONNECTIONS = 24;
  private static final int PATIENCE_MILLIS = 10_000;

  private static final String HERE = "(select 'study'::regclass::oid::int)";

  private final PostgresAddress address;
  private final HikariDataSource pool;

  private PostgresDatabase(PostgresAddress address) {
    this.address = address;
    HikariConfig config = new HikariConfig();
    config.setDataSource(address.source());
    config.setPoolName("sluice " + address);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1);
    pool = new HikariDataSource(config);
  }

  /** Opens the schema, creating it and its tables where they are missing. */
  static PostgresDatabase open(PostgresAddress address) {
    Schema.bringUpToDate(address);
    return new PostgresDatabase(address);
  }

  /** Opens the schema to read it, or gives nothing if there is none. */
  static Optional<PostgresDatabase> openExisting(PostgresAddress address) {
    return Schema.isThere(address) ? Optional.of(new PostgresDatabase(address)) : Optional.empty();
  }

  @Override
  public Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void beginReading(Connection connection) throws SQLException {
    // Rows are fetched bit by bit only in a transaction of the driver's own.
    connection.setAutoCommit(false);
    Sql.execute(connection, "set transaction isolation level repeatable read read only");
  }

  @Override
  public void beginWriting(Connection connection, int study) throws SQLException {
    Sql.execute(connection, "begin");
    if (study == ALL) {
      ask(connection, "select pg_advisory_xact_lock(" + HERE + ", 0)");
    } else {
      ask(connection, "select pg_advisory_xact_lock_shared(" + HERE + ", 0)");
      ask(connection, "select kept from study where number = " + study + " for update");
    }
  }

  private static void ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public RowWriter rows(Connection connection, String table, int columns, int study)
      throws SQLException {
    return new CopyRows(connection, table, columns, study);
  }

  /** Any number of writers hold a study together. */
  @Override
  public Hold hold(Connection connection, int study, String studyId, boolean alone)
      throws SQLException {
    String place = "(" + HERE + ", " + study + ")";
    if (!alone) {
      ask(connection, "select pg_advisory_lock_shared" + place);
      return () -> ask(connection, "select pg_advisory_unlock_shared" + place);
    }
    if (Sql.number(connection, "select pg_try_advisory_lock" + place + "::int") == 0) {
      throw new ResultStoreException(
          "the study \""
              + studyId
              + "\" in "
              + this
              + " is being written by "
              + String.join(" and ", writers(connection, study))
              + "; wait until that has finished, or stop it");
    }
    return () -> ask(connection, "select pg_advisory_unlock" + place);
  }

  private static List<String> writers(Connection connection, int study) throws SQLException {
    List<String> writers = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select distinct application_name, coalesce(host(client_addr), 'the server')"
                + " from pg_locks join pg_stat_activity using (pid)"
                + " where locktype = 'advisory' and classid = 'study'::regclass"
                + " and objid::bigint = ? and pid <> pg_backend_pid() order by 1")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          writers.add(rows.getString(1) + ", from " + rows.getString(2));
        }
      }
    }
    return writers.isEmpty() ? List.of("another process") : writers;
  }

  @Override
  public Optional<StudyLeases> leases(int study, Duration life) {
    return Optional.of(new PostgresLeases(this, study, life));
  }

  /** PostgreSQL keeps no text with a character of number 0. */
  @Override
  public UnaryOperator<String> kept() {
    return KeptText::withoutZeros;
  }

  @Override
  public UnaryOperator<String> read() {
    return KeptText::withZeros;
  }

  @Override
  public ResultStoreException failure(SQLException e) {
    return PostgresFailure.of(address, e);
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
