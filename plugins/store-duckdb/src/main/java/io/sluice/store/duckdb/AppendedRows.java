package io.sluice.store.duckdb;

import io.sluice.store.sql.RowWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes the rows of a study to one table by an Appender. */
final class AppendedRows implements RowWriter {

  private final DuckDBConnection connection;
  private final String table;
  private final int study;

  /** Of each column, whether its whole numbers have four bytes instead of eight. */
  private final boolean[] isShort;

  private DuckDBAppender appender;
  private int remaining;
  private int column;

  AppendedRows(Connection connection, String table, int columns, int study) throws SQLException {
    this.connection = connection.unwrap(DuckDBConnection.class);
    this.table = table;
    this.study = study;
    isShort = new boolean[columns];
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from " + table + " limit 0")) {
      ResultSetMetaData types = none.getMetaData();
      for (int i = 0; i < columns; i++) {
        isShort[i] = types.getColumnType(i + 1) == Types.INTEGER;
      }
    }
  }

  @Override
  public void begin(int rows) throws SQLException {
    remaining = rows;
    if (rows > 0) {
      // One that failed is of no more use, so each transaction has its own.
      close();
      appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
      beginRow();
    }
  }

  private void beginRow() throws SQLException {
    column = 0;
    appender.beginRow();
    whole(study);
  }

  @Override
  public AppendedRows whole(long value) throws SQLException {
    if (isShort[column++]) {
      appender.append(Math.toIntExact(value));
    } else {
      appender.append(value);
    }
    return this;
  }

  @Override
  public AppendedRows number(double value) throws SQLException {
    column++;
    if (Double.isNaN(value)) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
    return this;
  }

  @Override
  public AppendedRows text(String value) throws SQLException {
    column++;
    if (value == null) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    appender.endRow();
    remaining--;
    if (remaining > 0) {
      beginRow();
    } else {
      appender.flush();
      close();
    }
  }

  @Override
  public void close() throws SQLException {
    if (appender != null) {
      DuckDBAppender last = appender;
      appender = null;
      last.close();
    }
  }
}
