package io.sluice.store.sql;

import java.sql.SQLException;

/**
 * Adds rows to one table, many at once. Of a study's tables the first column, its number, is not
 * given.
 *
 * <pre>{@code
 * rows.begin(list.size());
 * for (Row row : list) {
 *   rows.whole(row.index()).text(row.name()).number(row.value()).endRow();
 * }
 * }</pre>
 */
public interface RowWriter extends AutoCloseable {

  /** Exactly so many rows follow. */
  void begin(int rows) throws SQLException;

  /** The next column of the row. */
  RowWriter whole(long value) throws SQLException;

  /** The next column of the row; NaN becomes NULL. */
  RowWriter number(double value) throws SQLException;

  /** The next column of the row: a text or NULL. */
  RowWriter text(String value) throws SQLException;

  /** Ends the row; the last one of those announced sends them all. */
  void endRow() throws SQLException;

  @Override
  void close() throws SQLException;
}
