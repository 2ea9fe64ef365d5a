package io.sluice.store.sql;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.store.sql.TrialTable.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Collects finished trials and writes them in one transaction per flush, or sooner when there are
 * many. What is kept already and worth more stays, with its measurements. Between transactions
 * nothing is locked, so several studies can be written at once. Measurements wait for the end of
 * their trial; those of a trial that has very many wait in a transaction of its own, which its end
 * commits. What could not be written stays collected, and the next flush tries again.
 */
public final class StudyWriter implements ResultWriter {

  private static final int MOST_TRIALS = 8192;
  private static final int MOST_MEASUREMENTS = 65_536;

  /**
   * Rows in the order of the table are appended. Of one trial's rows the last written stays last.
   */
  private static final Comparator<Row> BY_INDEX = Comparator.comparingLong(Row::index);

  private final Database database;
  private final Connection connection;
  private final Database.Hold hold;
  private final int study;
  private final ResultHash hash;
  private final TrialTable table;
  private final TrialTable.Writer trialRows;
  private final RowWriter measurementRows;
  private final RowWriter cellRows;
  private final RowWriter labelRows;
  private final RowWriter hyperparameterRows;
  private final RowWriter summaryRows;
  private final List<Factor> factors;
  private final UnaryOperator<String> kept;

  private final List<Row> trials = new ArrayList<>();
  private final Set<Long> collected = new HashSet<>();
  private final List<Measured> measurements = new ArrayList<>();
  private final Map<Integer, CellSummary> summaries = new TreeMap<>();
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
  public StudyWriter(
      Database database, Connection connection, Database.Hold hold, int study, StudyHeader header)
      throws SQLException {
    this.database = database;
    this.connection = connection;
    this.hold = hold;
    this.study = study;
    hash = new ResultHash(header.id());
    factors = header.factors();
    database.tuneForWriting(connection);
    kept = database.kept();
    table = database.trials(study, header.targets().size());
    trialRows = table.writer(connection);
    measurementRows = database.rows(connection, "measurement", 7, study);
    cellRows = database.rows(connection, "cell", 3 + Cells.COLUMNS.size(), study);
    labelRows = database.rows(connection, "label", 4, study);
    hyperparameterRows = database.rows(connection, "hyperparameter", 5, study);
    summaryRows = database.rows(connection, "summary", 5, study);
  }

  @Override
  public void write(TrialEvent event) {
    if (closed) {
      throw new ResultStoreException("the writer to " + database + " is closed");
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

  @Override
  public void write(CellSummary summary) {
    if (closed) {
      throw new ResultStoreException("the writer to " + database + " is closed");
    }
    noteCell(summary.cell());
    summaries.put(summary.cell().index(), summary);
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
        database.rollback(connection);
      } catch (SQLException e) {
        throw database.failure(e);
      }
    }
  }

  /** Writes what is there of a trial under way; it counts when the trial is over. */
  private void writeAhead() {
    flush();
    try {
      if (ahead == 0) {
        database.beginWriting(connection, study);
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
      throw database.failure(e);
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
              + database
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
    if (trials.isEmpty() && (summaries.isEmpty() || ahead > 0)) {
      return;
    }
    try {
      if (ahead == 0) {
        database.beginWriting(connection, study);
      }
      try {
        insertCells();
        if (ahead > 0) {
          insertAhead();
        } else if (!trials.isEmpty()) {
          insertResults();
        }
        insertSummaries();
        database.commit(connection);
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
      throw database.failure(e);
    }
    ahead = 0;
    forgetCollected();
    summaries.clear();
    newCells.clear();
  }

  private void forgetCollected() {
    trials.clear();
    collected.clear();
    measurements.clear();
  }

  private void rollback(Exception reason) {
    try {
      database.rollback(connection);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private void insertCells() throws SQLException {
    if (newCells.isEmpty()) {
      return;
    }
    Collection<Cell> cells = newCells.values();
    for (String of : List.of("cell", "label", "hyperparameter")) {
      Sql.execute(
          connection,
          "delete from "
              + of
              + " where study = "
              + study
              + " and cell in "
              + Sql.list(newCells.keySet()));
    }
    cellRows.begin(cells.size());
    for (Cell cell : cells) {
      cellRows.whole(cell.index());
      for (String factor : Cells.COLUMNS) {
        cellRows.text(kept.apply(cell.factors().getOrDefault(factor, "")));
      }
      cellRows.whole(hash.of(cell, factors)).endRow();
    }
    labelRows.begin(cells.stream().mapToInt(cell -> others(cell).size()).sum());
    for (Cell cell : cells) {
      for (Map.Entry<String, String> label : others(cell).entrySet()) {
        labelRows.whole(cell.index()).text(label.getKey());
        labelRows.text(kept.apply(label.getValue())).endRow();
      }
    }
    hyperparameterRows.begin(cells.stream().mapToInt(cell -> cell.hyperparameters().size()).sum());
    for (Cell cell : cells) {
      int position = 0;
      for (Map.Entry<String, Double> entry : cell.hyperparameters().entrySet()) {
        hyperparameterRows.whole(cell.index()).whole(position++);
        hyperparameterRows.text(kept.apply(entry.getKey())).number(entry.getValue()).endRow();
      }
    }
  }

  /** The labels of a cell that have no columns. */
  private static Map<String, String> others(Cell cell) {
    Map<String, String> others = new LinkedHashMap<>(cell.factors());
    others.keySet().removeAll(Cells.COLUMNS);
    return others;
  }

  private void insertSummaries() throws SQLException {
    if (summaries.isEmpty()) {
      return;
    }
    Sql.execute(
        connection,
        "delete from summary where study = "
            + study
            + " and cell in "
            + Sql.list(summaries.keySet()));
    summaryRows.begin(summaries.size());
    for (CellSummary summary : summaries.values()) {
      summaryRows.whole(summary.cell().index()).text(summary.trials());
      summaryRows.text(kept.apply(summary.content())).whole(hash.of(summary)).endRow();
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
    deleteTrials(kept.keySet());
    insertMeasurements(
        measurements.stream().filter(m -> written.contains(m.trial().index())).toList());
    insertTrials(worthy, kept.size());
  }

  /** The end of a trial whose first measurements are in the open transaction. */
  private void insertAhead() throws SQLException {
    Row row = trials.get(0);
    Outcome kept = keptOutcomes().get(row.index());
    if (kept != null && !row.outcome().replaces(kept)) {
      database.rollback(connection);
      database.beginWriting(connection, study);
      insertCells();
      return;
    }
    insertMeasurements(measurements);
    if (kept != null) {
      deleteTrials(List.of(row.index()));
    }
    insertTrials(trials, kept == null ? 0 : 1);
  }

  /** The outcomes of those of the trials that are kept already. */
  private Map<Long, Outcome> keptOutcomes() throws SQLException {
    Map<Long, Outcome> outcomes = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select "
                    + table.brief()
                    + " from "
                    + table.name()
                    + " where "
                    + table.among(trials.stream().map(Row::index).toList()))) {
      while (rows.next()) {
        outcomes.put((long) table.index(rows), table.outcome(rows));
      }
    }
    return outcomes;
  }

  /** Whether there are rows of trials from the first to the last, or measurements of them. */
  private boolean somethingIsKept(long first, long last) throws SQLException {
    return Sql.number(
            connection,
            "select case when exists (select 1 from "
                + table.name()
                + " where "
                + table.between(first, last)
                + ") or exists (select 1 from measurement where study = "
                + study
                + " and trial between "
                + first
                + " and "
                + last
                + ") then 1 else 0 end")
        != 0;
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
      measurementRows.text(kept.apply(measured.metric())).number(measured.value()).endRow();
    }
  }

  private void deleteMeasurements(Collection<Long> ofTrials) throws SQLException {
    if (!ofTrials.isEmpty()) {
      Sql.execute(
          connection,
          "delete from measurement where study = " + study + " and trial in " + Sql.list(ofTrials));
    }
  }

  private void deleteTrials(Collection<Long> replaced) throws SQLException {
    if (!replaced.isEmpty()) {
      Sql.execute(connection, "delete from " + table.name() + " where " + table.among(replaced));
    }
  }

  /**
   * Writes trials.
   *
   * @param replaced how many of them were there already
   */
  private void insertTrials(List<Row> rows, int replaced) throws SQLException {
    trialRows.write(rows);
    Sql.execute(
        connection,
        "update study set kept = kept + " + (rows.size() - replaced) + " where number = " + study);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    // Closed in the reverse order.
    try (connection;
        hold;
        trialRows;
        measurementRows;
        cellRows;
        labelRows;
        hyperparameterRows;
        summaryRows) {
      if (ahead > 0) {
        dropUnfinished();
      }
      flush();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
