package io.sluice.store.postgres;

import io.sluice.spi.StudyLeases;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/** Leases as rows of a table; when they end is told by the clock of the server, which all share. */
final class PostgresLeases implements StudyLeases {

  private static final String ENDS = "clock_timestamp() + ? * interval '1 millisecond'";

  /**
   * Of the shares wanted the lowest that nobody else holds; a lease that ended goes to the next.
   */
  private static final String TAKE =
      "insert into lease (study, share, holder, name, ends)"
          + " select ?, wanted, ?, ?, "
          + ENDS
          + " from unnest(?) wanted where not exists (select 1 from lease where study = ?"
          + " and share = wanted and (holder = ? or ends > clock_timestamp()))"
          + " order by wanted limit ?"
          + " on conflict (study, share) do update"
          + " set holder = excluded.holder, name = excluded.name, ends = excluded.ends"
          + " returning share";

  private final PostgresDatabase database;
  private final int study;
  private final long lifeMillis;
  private final String holder = UUID.randomUUID().toString();

  PostgresLeases(PostgresDatabase database, int study, Duration life) {
    this.database = database;
    this.study = study;
    this.lifeMillis = life.toMillis();
  }

  @Override
  public BitSet take(BitSet wanted, int most) {
    try (Connection connection = database.connect();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      // Alone with the study, so that two cannot take one share.
      database.beginWriting(connection, study);
      try {
        take.setInt(1, study);
        take.setString(2, holder);
        take.setString(3, name());
        take.setLong(4, lifeMillis);
        take.setArray(5, numbers(connection, wanted));
        take.setInt(6, study);
        take.setString(7, holder);
        take.setInt(8, most);
        BitSet taken = shares(take);
        database.commit(connection);
        return taken;
      } catch (SQLException e) {
        database.rollback(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private static java.sql.Array numbers(Connection connection, BitSet shares) throws SQLException {
    return connection.createArrayOf("int4", shares.stream().boxed().toArray());
  }

  private static BitSet shares(PreparedStatement query) throws SQLException {
    BitSet shares = new BitSet();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        shares.set(rows.getInt(1));
      }
    }
    return shares;
  }

  private static String name() {
    String process = "process " + ProcessHandle.current().pid();
    try {
      return process + " on " + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return process;
    }
  }

  @Override
  public BitSet renew() {
    try (Connection connection = database.connect();
        PreparedStatement renew =
            connection.prepareStatement(
                "update lease set ends = "
                    + ENDS
                    + " where study = ? and holder = ? returning share")) {
      renew.setLong(1, lifeMillis);
      renew.setInt(2, study);
      renew.setString(3, holder);
      return shares(renew);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public void giveBack(BitSet shares) {
    try (Connection connection = database.connect();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from lease where study = ? and holder = ? and share = any (?)")) {
      delete.setInt(1, study);
      delete.setString(2, holder);
      delete.setArray(3, numbers(connection, shares));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public List<String> others() {
    List<String> others = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select distinct name from lease where study = ? and holder <> ?"
                    + " and ends > clock_timestamp() order by name")) {
      query.setInt(1, study);
      query.setString(2, holder);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          others.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
    return others;
  }

  @Override
  public void close() {
    try (Connection connection = database.connect();
        PreparedStatement delete =
            connection.prepareStatement("delete from lease where study = ? and holder = ?")) {
      delete.setInt(1, study);
      delete.setString(2, holder);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
