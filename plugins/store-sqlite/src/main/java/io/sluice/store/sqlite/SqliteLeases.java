package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyLeases;
import io.sluice.store.sql.Database;
import io.sluice.store.sql.FileHold;
import io.sluice.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leases as rows of a table. Each holder has a place in a lock file, which the system gives back
 * however its process ends; so the leases of one that was killed end at once, and those of one that
 * lives and does not renew them end in time.
 */
final class SqliteLeases implements StudyLeases {

  private static final int MOST_HOLDERS = 10_000;

  private final SqliteFile file;
  private final Connection connection;
  private final int study;
  private final long lifeMillis;
  private final Database.Hold alive;
  private int holder;
  private boolean closed;

  private SqliteLeases(SqliteFile file, Connection connection, int study, Duration life) {
    this.file = file;
    this.connection = connection;
    this.study = study;
    this.lifeMillis = life.toMillis();
    this.alive = place();
  }

  static SqliteLeases of(SqliteFile file, int study, Duration life) throws SQLException {
    Connection connection = file.connect();
    try {
      SqliteLeases leases = new SqliteLeases(file, connection, study, life);
      leases.begin();
      return leases;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes the first place that nobody has, which becomes the number of this holder. */
  private Database.Hold place() {
    while (true) {
      try {
        return hold(holder);
      } catch (ResultStoreException held) {
        if (held.isUnavailable() || ++holder == MOST_HOLDERS) {
          throw held;
        }
      }
    }
  }

  private Database.Hold hold(int place) {
    return FileHold.take(file.beside("-holders"), place, "place " + place, file);
  }

  /** Whoever had this place before is gone, and so are its leases. */
  private void begin() throws SQLException {
    file.beginWriting(connection, study);
    try {
      Sql.execute(connection, Sql.text(SqliteFile.class, "lease.sql"));
      Sql.execute(connection, "delete from lease where holder = " + holder);
      file.commit(connection);
    } catch (SQLException e) {
      file.rollback(connection);
      alive.close();
      throw e;
    }
  }

  /** A lease of somebody. */
  private record Lease(int holder, String process, long ends) {}

  /** Work with the table. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private synchronized <T> T alone(Work<T> work) {
    try {
      file.beginWriting(connection, study);
      try {
        T result = work.run();
        file.commit(connection);
        return result;
      } catch (SQLException | RuntimeException e) {
        file.rollback(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private Map<Integer, Lease> leases() throws SQLException {
    Map<Integer, Lease> leases = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select share, holder, process, ends from lease where study = ?")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          leases.put(rows.getInt(1), new Lease(rows.getInt(2), rows.getString(3), rows.getLong(4)));
        }
      }
    }
    return leases;
  }

  /** The leases that others hold, who live and have renewed them in time. */
  private Map<Integer, Lease> ofOthers() throws SQLException {
    Map<Integer, Lease> leases = leases();
    Map<Integer, Boolean> lives = new HashMap<>();
    long now = System.currentTimeMillis();
    leases
        .values()
        .removeIf(
            lease ->
                lease.holder() == holder
                    || lease.ends() <= now
                    || !lives.computeIfAbsent(lease.holder(), this::lives));
    return leases;
  }

  private boolean lives(int other) {
    try {
      hold(other).close();
      return false;
    } catch (ResultStoreException held) {
      return true;
    } catch (SQLException impossible) {
      throw file.failure(impossible);
    }
  }

  @Override
  public BitSet take(BitSet wanted, int most) {
    return alone(
        () -> {
          BitSet taken = (BitSet) wanted.clone();
          ofOthers().keySet().forEach(taken::clear);
          held().stream().forEach(taken::clear);
          while (taken.cardinality() > most) {
            taken.clear(taken.length() - 1);
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert or replace into lease (study, share, holder, process, ends)"
                      + " values (?, ?, ?, ?, ?)")) {
            for (int share : taken.stream().toArray()) {
              insert.setInt(1, study);
              insert.setInt(2, share);
              insert.setInt(3, holder);
              insert.setString(4, "process " + ProcessHandle.current().pid());
              insert.setLong(5, System.currentTimeMillis() + lifeMillis);
              insert.executeUpdate();
            }
          }
          return taken;
        });
  }

  private BitSet held() throws SQLException {
    BitSet held = new BitSet();
    leases().forEach((share, lease) -> held.set(share, lease.holder() == holder));
    return held;
  }

  @Override
  public BitSet renew() {
    return alone(
        () -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update lease set ends = ? where study = ? and holder = ?")) {
            update.setLong(1, System.currentTimeMillis() + lifeMillis);
            update.setInt(2, study);
            update.setInt(3, holder);
            update.executeUpdate();
          }
          return held();
        });
  }

  @Override
  public void giveBack(BitSet shares) {
    alone(
        () -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "delete from lease where study = ? and share = ? and holder = ?")) {
            for (int share : shares.stream().toArray()) {
              delete.setInt(1, study);
              delete.setInt(2, share);
              delete.setInt(3, holder);
              delete.executeUpdate();
            }
          }
          return null;
        });
  }

  @Override
  public synchronized List<String> others() {
    try {
      return new ArrayList<>(ofOthers().values().stream().map(Lease::process).distinct().toList());
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (alive;
        connection) {
      Sql.execute(connection, "delete from lease where holder = " + holder);
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }
}
