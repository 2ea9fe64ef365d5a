package io.sluice.store.sqlite;

import io.sluice.store.sql.RowWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Writes rows of one table. Stepping a statement costs more than binding a row, so 64 rows go into
 * one statement; what is left over goes row by row.
 */
final class Inserter implements RowWriter {

  private static final int BLOCK = 64;

  private final PreparedStatement block;
  private final PreparedStatement single;

  private final int firstParameter;

  private PreparedStatement statement;
  private int remaining;
  private int rowsInStatement;
  private int row;
  private int parameter;

  /** Rows in which every column is given. */
  Inserter(Connection connection, String table, int columns) throws SQLException {
    this(connection, table, "(?" + ", ?".repeat(columns - 1) + ")", 1);
  }

  /**
   * Rows of one study.
   *
   * @param columns how many the table has; the first is the study
   */
  Inserter(Connection connection, String table, int columns, int study) throws SQLException {
    this(connection, table, "(?1" + ", ?".repeat(columns - 1) + ")", 2);
    single.setInt(1, study);
    block.setInt(1, study);
  }

  private Inserter(Connection connection, String table, String values, int firstParameter)
      throws SQLException {
    String insert = "insert or replace into " + table + " values " + values;
    this.firstParameter = firstParameter;
    single = connection.prepareStatement(insert);
    block = connection.prepareStatement(insert + (", " + values).repeat(BLOCK - 1));
  }

  @Override
  public void begin(int rows) {
    remaining = rows;
    choose();
  }

  private void choose() {
    boolean many = remaining >= BLOCK;
    statement = many ? block : single;
    rowsInStatement = many ? BLOCK : 1;
    row = 0;
    parameter = firstParameter;
  }

  @Override
  public Inserter whole(long value) throws SQLException {
    statement.setLong(parameter++, value);
    return this;
  }

  @Override
  public Inserter number(double value) throws SQLException {
    // SQLite would make NULL of NaN silently.
    if (Double.isNaN(value)) {
      statement.setNull(parameter++, Types.NULL);
    } else {
      statement.setDouble(parameter++, value);
    }
    return this;
  }

  @Override
  public Inserter text(String value) throws SQLException {
    statement.setString(parameter++, value);
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    row++;
    if (row == rowsInStatement) {
      statement.executeUpdate();
      remaining -= row;
      choose();
    }
  }

  @Override
  public void close() throws SQLException {
    block.close();
    single.close();
  }
}
