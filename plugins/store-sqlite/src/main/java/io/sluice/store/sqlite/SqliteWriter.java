package io.sluice.store.sqlite;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects finished trials and writes them in one transaction per flush, or sooner when there are
 * many. What is kept already and worth more stays, with its measurements. Between transactions the
 * file is not locked, so several studies can be written at once. Measurements wait for the end of
 * their trial; those of a trial that has very many wait in a transaction of its own, which its end
 * commits. What could not be written stays collected, and the next flush tries again.
 */
final class SqliteWriter implements ResultWriter {

  private static final int MOST_TRIALS = 8192;
  private static final int MOST_MEASUREMENTS = 65_536;

  /** The numbers of a JSON array. */
  private static final String LIST = "(select value from json_each(?))";

  /**
   * Rows in the order of the table are appended. Of one trial's rows the last written stays last.
   */
  private static final Comparator<Row> BY_INDEX = Comparator.comparingLong(Row::index);

  /** A trial to be written with its hash. */
  private record Row(Finished finished, long hash) {
    long index() {
      return finished.trial().index();
    }

    Outcome outcome() {
      return finished.result().outcome();
    }
  }

  private final SqliteFile file;
  private final Connection connection;
  private final StudyLock lock;
  private final int study;
  private final ResultHash hash;
  private final TrialRow trialRow;
  private final Inserter trialRows;
  private final Inserter briefTrialRows;
  private final Inserter measurementRows;
  private final Inserter cellRows;
  private final Inserter labelRows;
  private final List<Factor> factors;
  private final Inserter hyperparameterRows;
  private final PreparedStatement anyRow;
  private final PreparedStatement keptTrials;
  private final PreparedStatement countTrials;
  private final PreparedStatement deleteMeasurements;
  private final PreparedStatement deleteHyperparameters;

  private final List<Row> trials = new ArrayList<>();
  private final Set<Long> collected = new HashSet<>();
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
   * A writer that takes the connection and the lock over.
   *
   * @param study the study's number
   */
  SqliteWriter(
      SqliteFile file, Connection connection, StudyLock lock, int study, StudyHeader header)
      throws SQLException {
    this.file = file;
    this.connection = connection;
    this.lock = lock;
    this.study = study;
    hash = new ResultHash(header.id());
    factors = header.factors();
    file.tuneForWriting(connection);
    trialRow = new TrialRow(study, header.targets().size());
    trialRows = TrialRow.inserter(connection);
    briefTrialRows = TrialRow.briefInserter(connection);
    measurementRows = new Inserter(connection, "measurement", 7, study);
    cellRows = new Inserter(connection, "cell", 3 + Cells.COLUMNS.size(), study);
    labelRows = new Inserter(connection, "label", 4, study);
    hyperparameterRows = new Inserter(connection, "hyperparameter", 5, study);
    anyRow =
        connection.prepareStatement(
            "select exists (select 1 from trial_row where id between ? and ?) or exists"
                + " (select 1 from measurement where study = ? and trial between ? and ?)");
    keptTrials = connection.prepareStatement("select id, part from trial_row where id in " + LIST);
    countTrials = connection.prepareStatement("update study set kept = kept + ? where number = ?");
    deleteMeasurements =
        connection.prepareStatement("delete from measurement where study = ? and trial in " + LIST);
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
      hash.add(measured);
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
    hash.clear();
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
          deleteMeasurements(List.of(underWay));
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
    if (ahead == 0
        && (trials.size() >= MOST_TRIALS
            || measurements.size() >= MOST_MEASUREMENTS
            || collected.contains(index))) {
      flush();
    }
    noteCell(finished.trial().cell());
    trials.add(new Row(finished, hash.finish(finished)));
    collected.add(index);
    measurements.addAll(unfinished);
    unfinished.clear();
    if (ahead > 0) {
      flush();
    }
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
        if (ahead == 0) {
          insertResults();
        } else {
          insertAhead();
        }
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
    collected.clear();
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
      for (String factor : Cells.COLUMNS) {
        cellRows.text(cell.factors().getOrDefault(factor, ""));
      }
      cellRows.whole(hash.of(cell, factors)).endRow();
      Map<String, String> others = new LinkedHashMap<>(cell.factors());
      others.keySet().removeAll(Cells.COLUMNS);
      labelRows.begin(others.size());
      for (Map.Entry<String, String> label : others.entrySet()) {
        labelRows.whole(cell.index()).text(label.getKey()).text(label.getValue()).endRow();
      }
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

  private void insertResults() throws SQLException {
    trials.sort(BY_INDEX);
    if (!somethingIsKept(trials.get(0).index(), trials.get(trials.size() - 1).index())) {
      insertMeasurements(measurements);
      insertTrials(trials, 0);
      return;
    }
    Map<Long, Outcome> kept = keptOutcomes();
    List<Row> worthy = new ArrayList<>();
    for (Row row : trials) {
      Outcome outcome = kept.get(row.index());
      if (outcome == null || row.outcome().replaces(outcome)) {
        worthy.add(row);
      } else {
        kept.remove(row.index());
      }
    }
    Set<Long> written = worthy.stream().map(Row::index).collect(Collectors.toSet());
    deleteMeasurements(written);
    insertMeasurements(
        measurements.stream().filter(m -> written.contains(m.trial().index())).toList());
    insertTrials(worthy, kept.size());
  }

  /** The end of a trial whose first measurements are in the open transaction. */
  private void insertAhead() throws SQLException {
    Row row = trials.get(0);
    Outcome kept = keptOutcomes().get(row.index());
    if (kept != null && !row.outcome().replaces(kept)) {
      SqliteFile.execute(connection, "rollback");
      SqliteFile.execute(connection, "begin immediate");
      insertCells();
      return;
    }
    insertMeasurements(measurements);
    insertTrials(trials, kept == null ? 0 : 1);
  }

  /** The outcomes of those of the trials that are kept already. */
  private Map<Long, Outcome> keptOutcomes() throws SQLException {
    Map<Long, Outcome> kept = new HashMap<>();
    keptTrials.setString(
        1, trials.stream().map(row -> TrialRow.id(study, row.index())).toList().toString());
    try (ResultSet rows = keptTrials.executeQuery()) {
      while (rows.next()) {
        kept.put((long) TrialRow.index(rows.getLong(1)), TrialRow.outcome(rows.getLong(2)));
      }
    }
    return kept;
  }

  /** Whether there are rows of trials from the first to the last, or measurements of them. */
  private boolean somethingIsKept(long first, long last) throws SQLException {
    anyRow.setLong(1, TrialRow.id(study, first));
    anyRow.setLong(2, TrialRow.id(study, last));
    anyRow.setInt(3, study);
    anyRow.setLong(4, first);
    anyRow.setLong(5, last);
    try (ResultSet row = anyRow.executeQuery()) {
      return row.getBoolean(1);
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

  private void deleteMeasurements(Collection<Long> ofTrials) throws SQLException {
    deleteMeasurements.setInt(1, study);
    deleteMeasurements.setString(2, ofTrials.toString());
    deleteMeasurements.executeUpdate();
  }

  /**
   * Writes trials.
   *
   * @param replaced how many of them are there already
   */
  private void insertTrials(List<Row> rows, int replaced) throws SQLException {
    boolean brief = rows.stream().allMatch(row -> trialRow.isBrief(row.finished()));
    Inserter inserter = brief ? briefTrialRows : trialRows;
    inserter.begin(rows.size());
    for (Row row : rows) {
      if (brief) {
        trialRow.writeBrief(inserter, row.finished(), row.hash());
      } else {
        trialRow.write(inserter, row.finished(), row.hash());
      }
    }
    countTrials.setInt(1, rows.size() - replaced);
    countTrials.setInt(2, study);
    countTrials.executeUpdate();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock;
        connection;
        trialRows;
        briefTrialRows;
        measurementRows;
        cellRows;
        labelRows;
        hyperparameterRows;
        anyRow;
        keptTrials;
        countTrials;
        deleteMeasurements;
        deleteHyperparameters) {
      if (ahead > 0) {
        dropUnfinished();
      }
      flush();
    } catch (SQLException e) {
      throw file.failure(e);
    } catch (IOException e) {
      throw new ResultStoreException("the lock of " + file + " cannot be released: " + e, e);
    }
  }
}
