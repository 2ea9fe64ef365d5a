package io.sluice.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

/** Rows as the source of a stream. */
final class Rows<T> extends AbstractSpliterator<T> {

  /** Gives a value for each row. */
  @FunctionalInterface
  interface Source<T> {
    /** The next value, or null after the last. */
    T next() throws SQLException;
  }

  private final SqliteFile file;
  private final Source<T> source;

  Rows(SqliteFile file, Source<T> source) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.file = file;
    this.source = source;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    T value;
    try {
      value = source.next();
    } catch (SQLException e) {
      throw file.failure(e);
    }
    if (value == null) {
      return false;
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
