package io.sluice.store.sqlite;

import io.sluice.spi.TrialEvent.Finished;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Writes the trials of one study: many at once by a {@link TrialImage}, which is attached as a
 * database of its own, few or unusual ones row by row.
 */
final class TrialInserter implements AutoCloseable {

  /** Fewer are not worth an image. */
  private static final int FEW = 256;

  private static final String TABLE = "create table ";
  private static final String COPY = "insert into main.trial_row select * from batch.trial_row";

  /** Rows in the order of the table are appended. Of one trial's rows the last stays last. */
  private static final Comparator<Finished> BY_INDEX =
      Comparator.comparingLong(finished -> finished.trial().index());

  private final Connection connection;
  private final TrialRow row;
  private final Inserter rows;
  private final TrialImage image;

  TrialInserter(Connection connection, TrialRow row) throws SQLException {
    this.connection = connection;
    this.row = row;
    this.rows = TrialRow.inserter(connection);
    this.image = new TrialImage(emptyImage());
  }

  /** A database in memory with the table of the file. */
  private byte[] emptyImage() throws SQLException {
    String table;
    try (Statement statement = connection.createStatement();
        ResultSet schema =
            statement.executeQuery("select sql from sqlite_schema where name = 'trial_row'")) {
      table = schema.getString(1);
    }
    SqliteFile.execute(connection, "attach ':memory:' as batch");
    SqliteFile.execute(connection, "pragma batch.page_size = " + TrialImage.PAGE_BYTES);
    SqliteFile.execute(connection, TABLE + "batch." + table.substring(TABLE.length()));
    return connection.unwrap(SQLiteConnection.class).serialize("batch");
  }

  /**
   * Gets ready to {@link #insert} these, outside of the transaction.
   *
   * @param trials to be sorted by this
   * @return whether they are in an image
   */
  boolean prepare(List<Finished> trials) throws SQLException {
    trials.sort(BY_INDEX);
    if (trials.size() < FEW) {
      return false;
    }
    image.begin();
    long previous = -1;
    for (Finished finished : trials) {
      long index = finished.trial().index();
      if (index == previous || !TrialRow.fitsImage(finished)) {
        return false;
      }
      previous = index;
      row.write(image, finished);
    }
    connection.unwrap(SQLiteConnection.class).deserialize("batch", image.end());
    return true;
  }

  /** Writes the trials that were prepared; those that are there already are replaced. */
  void insert(List<Finished> trials, boolean inImage) throws SQLException {
    if (inImage && copied()) {
      return;
    }
    rows.begin(trials.size());
    for (Finished finished : trials) {
      row.write(rows, finished);
    }
  }

  /** Whether none of the image's trials was there. */
  private boolean copied() throws SQLException {
    try {
      SqliteFile.execute(connection, COPY);
      return true;
    } catch (SQLiteException e) {
      if ((e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
