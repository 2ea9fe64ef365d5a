package io.sluice.store.sql;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Map;

/**
 * Goes through the trials of one study in ascending order, and beside them through their
 * measurements, and compares both with their checksums. Sees the database as it was when it was
 * made.
 */
final class StudyCursor {

  private final Database database;
  private final String studyId;
  private final ResultHash hash;
  private final Studies.Known study;
  private final Map<Integer, Cell> cells;
  private final TrialTable table;
  private final Database.Cursor allTrials;
  private final Database.Cursor allMeasurements;

  /** The rows at which the cursor stands; null after the last. */
  private ResultSet trials;

  private ResultSet measurements;

  private long read;
  private long index = -1;
  private Trial measured;
  private boolean ended;

  /**
   * A cursor before the first trial. Closing the connection ends it.
   *
   * @param measures whether measurements are read too
   */
  StudyCursor(Database database, Connection connection, String studyId, boolean measures)
      throws SQLException {
    this.database = database;
    this.studyId = studyId;
    database.beginReading(connection);
    hash = new ResultHash(studyId);
    study = Studies.find(database, connection, studyId);
    cells = Cells.read(database, connection, study.number(), hash);
    table = database.trials(study.number(), study.targets());
    allTrials = database.cursor(connection, study.number(), this::trialsBetween);
    allMeasurements =
        measures
            ? database.cursor(connection, study.number(), this::measurementsBetween)
            : () -> null;
    measurements = allMeasurements.next();
  }

  private String trialsBetween(long first, long last) {
    return "select "
        + table.columns()
        + " from "
        + table.name()
        + " where "
        + table.between(first, last)
        + " order by "
        + table.order();
  }

  private String measurementsBetween(long first, long last) {
    return "select trial, step, cost, metric, value from measurement where study = "
        + study.number()
        + " and trial between "
        + first
        + " and "
        + last
        + " order by trial, position";
  }

  /** Goes to the next trial, if there is one; who asks again after the last is told so again. */
  private boolean next() throws SQLException {
    if (ended) {
      return false;
    }
    trials = allTrials.next();
    if (trials == null) {
      ended = true;
      measured = null;
      if (study.kept() >= 0 && read != study.kept()) {
        throw ResultStoreException.damaged(
            "the study \"" + studyId + "\" in " + database,
            "it should have " + study.kept() + " trials, but " + read + " can be read");
      }
      return false;
    }
    read++;
    int here = table.index(trials);
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
      finished = table.finished(cells, trials);
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
    return table.hash(trials);
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
    return none && !(measurements != null && measurements.getLong(1) <= index);
  }

  private Measured nextMeasuredOf(Trial trial) throws SQLException {
    while (measurements != null && measurements.getLong(1) < trial.index()) {
      measurements = allMeasurements.next();
    }
    if (measurements == null || measurements.getLong(1) != trial.index()) {
      return null;
    }
    Measured next =
        new Measured(
            trial,
            measurements.getLong(2),
            Sql.number(measurements, 3),
            database.read().apply(String.valueOf(measurements.getString(4))),
            Sql.number(measurements, 5));
    hash.add(next);
    measurements = allMeasurements.next();
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
    for (trials = allTrials.next(); trials != null; trials = allTrials.next()) {
      index = table.index(trials);
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
        "trial " + trial + " of the study \"" + studyId + "\" in " + database, reason);
  }
}
