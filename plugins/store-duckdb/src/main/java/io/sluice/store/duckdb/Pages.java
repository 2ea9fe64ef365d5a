package io.sluice.store.duckdb;

import io.sluice.store.sql.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;

/**
 * The rows of a query, some trials at a time. DuckDB would give the rows of a whole query as they
 * come, but of one query at a time, and a reader goes through trials and measurements side by side.
 */
final class Pages implements Database.Cursor {

  /** About how many rows are in memory. */
  private static final int ROWS = 65_536;

  private final Connection connection;
  private final Database.Range query;
  private final BitSet trials = new BitSet();
  private final long trialsOfPage;

  private Statement statement;
  private ResultSet rows;
  private int from;

  Pages(Connection connection, int study, Database.Range query) throws SQLException {
    this.connection = connection;
    this.query = query;
    try (Statement all = connection.createStatement();
        ResultSet places = all.executeQuery("select trial from trial where study = " + study)) {
      while (places.next()) {
        trials.set(places.getInt(1));
      }
    }
    long count = 1;
    try (Statement all = connection.createStatement();
        ResultSet counted =
            all.executeQuery(
                "select count(*) from (" + query.between(0, Integer.MAX_VALUE) + ")")) {
      if (counted.next()) {
        count = Math.max(1, counted.getLong(1));
      }
    }
    trialsOfPage = Math.max(1, ROWS * (long) trials.cardinality() / count);
  }

  @Override
  public ResultSet next() throws SQLException {
    while (rows == null || !rows.next()) {
      if (!turn()) {
        return null;
      }
    }
    return rows;
  }

  /** Goes to the next page. */
  private boolean turn() throws SQLException {
    if (statement != null) {
      statement.close();
      statement = null;
      rows = null;
    }
    int first = trials.nextSetBit(from);
    if (first < 0) {
      return false;
    }
    int last = first;
    for (long i = 1; i < trialsOfPage && last >= 0; i++) {
      int next = trials.nextSetBit(last + 1);
      if (next < 0) {
        break;
      }
      last = next;
    }
    from = last + 1;
    statement = connection.createStatement();
    rows = statement.executeQuery(query.between(first, last));
    return true;
  }
}
