package io.sluice.store.sqlite;

import io.sluice.spi.Cell;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects finished trials and writes them in one transaction per flush, or sooner when there are
 * many. Between transactions the file is not locked, so several studies can be written at once.
 * Measurements wait for the end of their trial; those of a trial that has very many wait in a
 * transaction of its own, which its end commits. What could not be written stays collected, and the
 * next flush tries again.
 */
final class SqliteWriter implements ResultWriter {

  private static final int MOST_TRIALS = 8192;
  private static final int MOST_MEASUREMENTS = 65_536;

  /**
   * Rows in the order of the table are appended. Of one trial's rows the last written stays last.
   */
  private static final Comparator<Finished> BY_INDEX =
      Comparator.comparingLong(finished -> finished.trial().index());

  private final SqliteFile file;
  private final Connection connection;
  private final int study;
  private final TrialRow trialRow;
  private final Inserter trialRows;
  private final Inserter briefTrialRows;
  private final Inserter measurementRows;
  private final Inserter cellRows;
  private final Inserter hyperparameterRows;
  private final PreparedStatement hasMeasurements;
  private final PreparedStatement deleteMeasurements;
  private final PreparedStatement deleteHyperparameters;

  private final List<Finished> trials = new ArrayList<>();
  private final Set<Long> measuredTrials = new HashSet<>();
  private final List<Measured> measurements = new ArrayList<>();
  private final Map<Integer, Cell> writtenCells = new HashMap<>();
  private final Map<Integer, Cell> newCells = new HashMap<>();
  private final List<Measured> unfinished = new ArrayList<>();

  /** How many measurements of the trial under way are in the open transaction; 0 if none is. */
  private int ahead;

  private long underWay;
  private Cell lastCell;
  private boolean closed;

  /**
   * A writer that takes the connection over.
   *
   * @param study its number
   * @param targets how many targets it has
   */
  SqliteWriter(SqliteFile file, Connection connection, int study, int targets) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.study = study;
    file.tuneForWriting(connection);
    trialRow = new TrialRow(study, targets);
    trialRows = TrialRow.inserter(connection);
    briefTrialRows = TrialRow.briefInserter(connection);
    measurementRows = new Inserter(connection, "measurement", 7, study);
    cellRows = new Inserter(connection, "cell", 2 + Cell.FACTORS.size(), study);
    hyperparameterRows = new Inserter(connection, "hyperparameter", 5, study);
    hasMeasurements =
        connection.prepareStatement("select exists (select 1 from measurement where study = ?)");
    hasMeasurements.setInt(1, study);
    deleteMeasurements =
        connection.prepareStatement(
            "delete from measurement where study = ? and trial in (select value from json_each(?))");
    deleteHyperparameters =
        connection.prepareStatement("delete from hyperparameter where study = ? and cell = ?");
  }

  @Override
  public void write(TrialEvent event) {
    if (closed) {
      throw new ResultStoreException("the writer to " + file + " is closed");
    }
    if (event instanceof Measured measured) {
      dropUnfinishedOfAnotherThan(event);
      unfinished.add(measured);
      if (unfinished.size() == MOST_MEASUREMENTS) {
        writeAhead();
      }
    } else if (event instanceof Finished finished) {
      dropUnfinishedOfAnotherThan(event);
      collect(finished);
    } else {
      dropUnfinished();
    }
  }

  private void dropUnfinishedOfAnotherThan(TrialEvent event) {
    if ((ahead > 0 || !unfinished.isEmpty()) && underWay != event.trial().index()) {
      dropUnfinished();
    }
    underWay = event.trial().index();
  }

  private void dropUnfinished() {
    unfinished.clear();
    if (ahead > 0) {
      ahead = 0;
      try {
        SqliteFile.execute(connection, "rollback");
      } catch (SQLException e) {
        throw file.failure(e);
      }
    }
  }

  /** Writes what is there of a trial under way; it counts when the trial is over. */
  private void writeAhead() {
    flush();
    try {
      if (ahead == 0) {
        SqliteFile.execute(connection, "begin immediate");
      }
      try {
        if (ahead == 0) {
          deleteMeasurements("[" + underWay + "]");
        }
        insertMeasurements(unfinished);
        ahead += unfinished.size();
        unfinished.clear();
      } catch (SQLException | RuntimeException e) {
        ahead = 0;
        unfinished.clear();
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private void collect(Finished finished) {
    long index = finished.trial().index();
    if (index > Integer.MAX_VALUE) {
      throw new ResultStoreException(
          "trial "
              + index
              + " is beyond the last, "
              + Integer.MAX_VALUE
              + ", that "
              + file
              + " can keep");
    }
    if (ahead == 0 && isFull(index)) {
      flush();
    }
    noteCell(finished.trial().cell());
    trials.add(finished);
    if (!unfinished.isEmpty()) {
      measuredTrials.add(index);
      measurements.addAll(unfinished);
      unfinished.clear();
    }
    if (ahead > 0) {
      flush();
    }
  }

  private boolean isFull(long index) {
    return trials.size() >= MOST_TRIALS
        || measurements.size() >= MOST_MEASUREMENTS
        || (!measuredTrials.isEmpty() && measuredTrials.contains(index));
  }

  private void noteCell(Cell cell) {
    if (cell == lastCell) {
      return;
    }
    lastCell = cell;
    Cell written = writtenCells.get(cell.index());
    if (written != cell && !cell.equals(written)) {
      writtenCells.put(cell.index(), cell);
      newCells.put(cell.index(), cell);
    }
  }

  @Override
  public void flush() {
    if (trials.isEmpty()) {
      return;
    }
    try {
      if (ahead == 0) {
        SqliteFile.execute(connection, "begin immediate");
      }
      try {
        insertCells();
        if (ahead == 0 && studyHasMeasurements()) {
          deleteMeasurementsOfTrialsWrittenBefore();
        }
        insertMeasurements(measurements);
        insertTrials();
        SqliteFile.execute(connection, "commit");
      } catch (SQLException | RuntimeException e) {
        rollback(e);
        if (ahead > 0) {
          // Its first measurements are gone, so the trial must be run again.
          ahead = 0;
          forgetCollected();
        }
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
    ahead = 0;
    forgetCollected();
    newCells.clear();
  }

  private void forgetCollected() {
    trials.clear();
    measuredTrials.clear();
    measurements.clear();
  }

  private void rollback(Exception reason) {
    try {
      SqliteFile.execute(connection, "rollback");
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private void insertCells() throws SQLException {
    cellRows.begin(newCells.size());
    for (Cell cell : newCells.values()) {
      cellRows.whole(cell.index());
      for (String factor : Cell.FACTORS) {
        cellRows.text(cell.factor(factor));
      }
      cellRows.endRow();
      deleteHyperparameters.setInt(1, study);
      deleteHyperparameters.setInt(2, cell.index());
      deleteHyperparameters.executeUpdate();
      hyperparameterRows.begin(cell.hyperparameters().size());
      int position = 0;
      for (Map.Entry<String, Double> entry : cell.hyperparameters().entrySet()) {
        hyperparameterRows.whole(cell.index()).whole(position++);
        hyperparameterRows.text(entry.getKey()).number(entry.getValue()).endRow();
      }
    }
  }

  private void insertMeasurements(List<Measured> rows) throws SQLException {
    measurementRows.begin(rows.size());
    long previous = -1;
    int position = 0;
    for (Measured measured : rows) {
      long index = measured.trial().index();
      position = index == previous ? position + 1 : ahead;
      previous = index;
      measurementRows.whole(index).whole(position).whole(measured.step()).number(measured.cost());
      measurementRows.text(measured.metric()).number(measured.value()).endRow();
    }
  }

  private boolean studyHasMeasurements() throws SQLException {
    try (ResultSet row = hasMeasurements.executeQuery()) {
      return row.getBoolean(1);
    }
  }

  private void deleteMeasurementsOfTrialsWrittenBefore() throws SQLException {
    StringBuilder list = new StringBuilder("[");
    for (Finished trial : trials) {
      list.append(list.length() == 1 ? "" : ",").append(trial.trial().index());
    }
    deleteMeasurements(list.append(']').toString());
  }

  private void deleteMeasurements(String listOfTrials) throws SQLException {
    deleteMeasurements.setInt(1, study);
    deleteMeasurements.setString(2, listOfTrials);
    deleteMeasurements.executeUpdate();
  }

  private void insertTrials() throws SQLException {
    trials.sort(BY_INDEX);
    if (areBrief()) {
      briefTrialRows.begin(trials.size());
      for (Finished finished : trials) {
        trialRow.writeBrief(briefTrialRows, finished);
      }
      return;
    }
    trialRows.begin(trials.size());
    for (Finished finished : trials) {
      trialRow.write(trialRows, finished);
    }
  }

  private boolean areBrief() {
    for (Finished finished : trials) {
      if (!trialRow.isBrief(finished)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (connection;
        trialRows;
        briefTrialRows;
        measurementRows;
        cellRows;
        hyperparameterRows;
        hasMeasurements;
        deleteMeasurements;
        deleteHyperparameters) {
      if (ahead > 0) {
        dropUnfinished();
      }
      flush();
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }
}
