package io.sluice.store.sql;

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

  private final Database database;
  private final Source<T> source;

  Rows(Database database, Source<T> source) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.database = database;
    this.source = source;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    T value;
    try {
      value = source.next();
    } catch (SQLException e) {
      throw database.failure(e);
    }
    if (value == null) {
      return false;
    }
    action.accept(value);
    return true;
  }
}
