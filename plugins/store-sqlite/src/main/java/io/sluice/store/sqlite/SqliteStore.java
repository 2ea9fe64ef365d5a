package io.sluice.store.sqlite;

import io.sluice.spi.Cell;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Each call and each stream has a connection of its own, so any thread may call at any time. */
final class SqliteStore implements ResultStore {

  private final SqliteFile file;
  private volatile boolean closed;

  SqliteStore(SqliteFile file) {
    this.file = file;
  }

  private Connection connect() throws SQLException {
    if (closed) {
      throw new ResultStoreException("the store " + file + " is closed");
    }
    return file.connect();
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    try {
      Connection connection = connect();
      try {
        SqliteFile.execute(connection, "begin immediate");
        int study = Studies.begin(connection, header);
        SqliteFile.execute(connection, "commit");
        return new SqliteWriter(file, connection, study, header.targets().size());
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public List<StudyHeader> studies() {
    try (Connection connection = connect()) {
      SqliteFile.execute(connection, "begin");
      return Studies.all(connection);
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public BitSet finished(String studyId) {
    BitSet finished = new BitSet();
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select id from trial_row where id between ? and ? and " + TrialRow.STAYS)) {
      int study = Studies.number(connection, studyId);
      query.setLong(1, TrialRow.id(study, 0));
      query.setLong(2, TrialRow.id(study, Integer.MAX_VALUE));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          finished.set(TrialRow.index(rows.getLong(1)));
        }
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
    return finished;
  }

  @Override
  public Stream<Finished> trials(String studyId) {
    return stream(
        studyId,
        "select " + TrialRow.FINISHED + " from trial_row where id between ? and ? order by id",
        (rows, cells) -> row -> rows.finished(cells, row));
  }

  @Override
  public Stream<Measured> measurements(String studyId) {
    return stream(
        studyId,
        "select "
            + TrialRow.TRIAL
            + ", m.step, m.cost, metric, value from trial_row"
            + " cross join measurement m on m.study = id >> 32 and m.trial = id & 0xffffffff"
            + " where id between ? and ? order by id, position",
        (rows, cells) -> new MeasurementReader(cells));
  }

  /** Makes a reader of rows, given the cells of the study. */
  @FunctionalInterface
  private interface ReaderOf<T> {
    Rows.RowReader<T> with(TrialRow rows, Map<Integer, Cell> cells);
  }

  private <T> Stream<T> stream(String studyId, String sql, ReaderOf<T> reader) {
    try {
      Connection connection = connect();
      try {
        SqliteFile.execute(connection, "begin");
        int study = Studies.number(connection, studyId);
        Map<Integer, Cell> cells = cells(connection, study);
        PreparedStatement query = connection.prepareStatement(sql);
        query.setLong(1, TrialRow.id(study, 0));
        query.setLong(2, TrialRow.id(study, Integer.MAX_VALUE));
        TrialRow trialRow = new TrialRow(study, Studies.targets(connection, study));
        Rows<T> rows = new Rows<>(file, query.executeQuery(), reader.with(trialRow, cells));
        return StreamSupport.stream(rows, false).onClose(() -> close(connection));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private static Map<Integer, Cell> cells(Connection connection, int study) throws SQLException {
    Map<Integer, Map<String, Double>> hyperparameters = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select cell, name, value from hyperparameter where study = ?"
                + " order by cell, position")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hyperparameters
              .computeIfAbsent(rows.getInt(1), cell -> new LinkedHashMap<>())
              .put(rows.getString(2), Rows.number(rows, 3));
        }
      }
    }
    Map<Integer, Cell> cells = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select cell, problem, network, loss, activation, optimizer, weight_policy, bounds,"
                + " initial_weights, batches, schedule, clipping, weight_decay"
                + " from cell where study = ?")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          int index = rows.getInt(1);
          Map<String, String> factors = new HashMap<>();
          for (int i = 0; i < Cell.FACTORS.size(); i++) {
            factors.put(Cell.FACTORS.get(i), rows.getString(2 + i));
          }
          cells.put(index, new Cell(index, factors, hyperparameters.getOrDefault(index, Map.of())));
        }
      }
    }
    return cells;
  }

  /** Makes measurements of rows; those of one trial share it. */
  private static final class MeasurementReader implements Rows.RowReader<Measured> {

    private final Map<Integer, Cell> cells;
    private Trial trial;

    MeasurementReader(Map<Integer, Cell> cells) {
      this.cells = cells;
    }

    @Override
    public Measured read(ResultSet row) throws SQLException {
      if (trial == null || trial.index() != TrialRow.index(row.getLong(1))) {
        trial = TrialRow.trial(cells, row);
      }
      return new Measured(
          trial, row.getLong(4), Rows.number(row, 5), row.getString(6), Rows.number(row, 7));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
