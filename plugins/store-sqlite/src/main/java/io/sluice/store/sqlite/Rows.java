package io.sluice.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

/** The rows of a result set as the source of a stream. */
final class Rows<T> extends AbstractSpliterator<T> {

  /** Makes a value of the row the result set stands on. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final SqliteFile file;
  private final ResultSet rows;
  private final RowReader<T> reader;

  Rows(SqliteFile file, ResultSet rows, RowReader<T> reader) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.file = file;
    this.rows = rows;
    this.reader = reader;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    T value;
    try {
      if (!rows.next()) {
        return false;
      }
      value = reader.read(rows);
    } catch (SQLException e) {
      throw file.failure(e);
    }
    action.accept(value);
    return true;
  }

  /** A double as {@link Inserter#number} wrote it. */
  static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return value == 0 && row.wasNull() ? Double.NaN : value;
  }
}
