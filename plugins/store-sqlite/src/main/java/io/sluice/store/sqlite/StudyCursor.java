package io.sluice.store.sqlite;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Map;

/**
 * Goes through the trials of one study in ascending order, and beside them through their
 * measurements, and compares both with their checksums. Sees the file as it was when it was made.
 */
final class StudyCursor {

  private final SqliteFile file;
  private final String studyId;
  private final ResultHash hash;
  private final Studies.Known study;
  private final Map<Integer, Cell> cells;
  private final TrialRow trialRow;
  private final ResultSet trials;
  private final ResultSet measurements;

  private long read;
  private long index = -1;
  private Trial measured;
  private boolean measurementWaits;

  /**
   * A cursor before the first trial. Closing the connection ends it.
   *
   * @param measures whether measurements are read too
   */
  StudyCursor(SqliteFile file, Connection connection, String studyId, boolean measures)
      throws SQLException {
    this.file = file;
    this.studyId = studyId;
    SqliteFile.execute(connection, "begin");
    hash = new ResultHash(studyId);
    study = Studies.find(connection, studyId);
    cells = Cells.read(connection, study.number(), hash);
    trialRow = new TrialRow(study.number(), study.targets());
    PreparedStatement query =
        connection.prepareStatement(
            "select " + TrialRow.FINISHED + " from trial_row where id between ? and ? order by id");
    query.setLong(1, TrialRow.id(study.number(), 0));
    query.setLong(2, TrialRow.id(study.number(), Integer.MAX_VALUE));
    trials = query.executeQuery();
    measurements = measures ? measurements(connection) : null;
    measurementWaits = measures && measurements.next();
  }

  private ResultSet measurements(Connection connection) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement(
            "select trial, step, cost, metric, value from measurement where study = ?"
                + " order by trial, position");
    query.setInt(1, study.number());
    return query.executeQuery();
  }

  /** Goes to the next trial. */
  private boolean next() throws SQLException {
    if (!trials.next()) {
      if (study.kept() >= 0 && read != study.kept()) {
        throw ResultStoreException.damaged(
            "the study \"" + studyId + "\" in " + file,
            "it should have " + study.kept() + " trials, but " + read + " can be read");
      }
      return false;
    }
    read++;
    int here = TrialRow.index(trials.getLong(1));
    if (here <= index) {
      throw damaged(here, "it follows trial " + index);
    }
    index = here;
    return true;
  }

  /** The next trial, or null after the last. */
  Finished nextFinished() throws SQLException {
    return next() ? finished() : null;
  }

  private Finished finished() throws SQLException {
    Finished finished;
    try {
      finished = trialRow.finished(cells, trials);
    } catch (RuntimeException e) {
      throw damaged(index, String.valueOf(e.getMessage()));
    }
    long kept = kept();
    if (!trials.wasNull() && !hash.fits(kept, finished)) {
      throw damaged(index, "its row does not fit its checksum");
    }
    return finished;
  }

  private long kept() throws SQLException {
    return trials.getLong(TrialRow.HASH);
  }

  /** The next measurement of whatever trial, or null after the last. */
  Measured nextMeasured() throws SQLException {
    while (true) {
      if (measured != null) {
        Measured next = nextMeasuredOf(measured);
        if (next != null) {
          return next;
        }
        if (!measurementsFit()) {
          throw damaged(index, "its measurements do not fit their checksum");
        }
      }
      do {
        if (!next()) {
          return null;
        }
      } while (isUnmeasured());
      measured = finished().trial();
    }
  }

  /** Whether the trial here has no measurements and is known to have had none. */
  private boolean isUnmeasured() throws SQLException {
    boolean none = (int) kept() == 0 && !trials.wasNull();
    return none && !(measurementWaits && measurements.getLong(1) <= index);
  }

  private Measured nextMeasuredOf(Trial trial) throws SQLException {
    while (measurementWaits && measurements.getLong(1) < trial.index()) {
      measurementWaits = measurements.next();
    }
    if (!measurementWaits || measurements.getLong(1) != trial.index()) {
      return null;
    }
    Measured next =
        new Measured(
            trial,
            measurements.getLong(2),
            Rows.number(measurements, 3),
            String.valueOf(measurements.getString(4)),
            Rows.number(measurements, 5));
    hash.add(next);
    measurementWaits = measurements.next();
    return next;
  }

  private boolean measurementsFit() throws SQLException {
    long kept = kept();
    boolean unchecked = trials.wasNull();
    return hash.measurementsFit(kept) || unchecked;
  }

  /** The trials that need not be run again and are as they were written. */
  BitSet sound() throws SQLException {
    BitSet sound = new BitSet();
    while (trials.next()) {
      index = TrialRow.index(trials.getLong(1));
      hash.clear();
      try {
        Finished finished = finished();
        while (nextMeasuredOf(finished.trial()) != null) {
          // Only their checksum is asked for.
        }
        sound.set(
            (int) index, finished.result().outcome() != Outcome.CANCELLED && measurementsFit());
      } catch (ResultStoreException damaged) {
        sound.clear((int) index);
      }
    }
    return sound;
  }

  private ResultStoreException damaged(long trial, String reason) {
    return ResultStoreException.damaged(
        "trial " + trial + " of the study \"" + studyId + "\" in " + file, reason);
  }
}
