package io.sluice.store.sql;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent.Finished;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The rows of one study in the table of trials. */
public interface TrialTable {

  /** A finished trial and the checksum of it and its measurements. */
  record Row(Finished finished, long hash) {
    /** The trial's place in the study. */
    public long index() {
      return finished.trial().index();
    }

    Outcome outcome() {
      return finished.result().outcome();
    }
  }

  /** Writes rows of trials that are not there. */
  interface Writer extends AutoCloseable {
    /** Writes them. */
    void write(List<Row> rows) throws SQLException;

    @Override
    void close() throws SQLException;
  }

  /** Its name. */
  String name();

  /** The column by which trials are ordered. */
  String order();

  /** The condition of trials from one place to another, both included. */
  String between(long first, long last);

  /** The condition of trials at these places. */
  String among(Collection<Long> trials);

  /** The condition of a trial that need not be run again. */
  String stays();

  /** The columns that say which trial it is and how it ended. */
  String brief();

  /** The columns of all there is; the first ones are the brief ones. */
  String columns();

  /** The trial's place in the study, of the brief columns. */
  int index(ResultSet row) throws SQLException;

  /** How it ended, of the brief columns. */
  Outcome outcome(ResultSet row) throws SQLException;

  /** The checksum, of all columns; {@link ResultSet#wasNull} says whether it is older than such. */
  long hash(ResultSet row) throws SQLException;

  /**
   * The trial with its result, of all columns.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  Finished finished(Map<Integer, Cell> cells, ResultSet row) throws SQLException;

  /** Writes through a connection. */
  Writer writer(Connection connection) throws SQLException;

  /** The cell of a row. */
  static Cell cell(Map<Integer, Cell> cells, int index) {
    Cell cell = cells.get(index);
    if (cell == null) {
      throw new IllegalArgumentException("its cell " + index + " is damaged or missing");
    }
    return cell;
  }
}
