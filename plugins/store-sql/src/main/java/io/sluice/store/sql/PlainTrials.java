package io.sluice.store.sql;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The table of trials that {@code V1__results.sql} makes, where each column holds one value. */
final class PlainTrials implements TrialTable {

  private static final int COLUMNS = 15;

  private final Database database;
  private final int study;

  /** The costs of a trial that reached no target, which are kept as NULL. */
  private final List<Double> missed;

  PlainTrials(Database database, int study, int targets) {
    this.database = database;
    this.study = study;
    this.missed = Collections.nCopies(targets, Double.NaN);
  }

  @Override
  public String name() {
    return "trial";
  }

  @Override
  public String order() {
    return "trial";
  }

  @Override
  public String between(long first, long last) {
    return "study = " + study + " and trial between " + first + " and " + last;
  }

  @Override
  public String among(Collection<Long> trials) {
    return "study = " + study + " and trial in " + Sql.list(trials);
  }

  @Override
  public String stays() {
    return "outcome <> '" + Outcome.CANCELLED + "'";
  }

  @Override
  public String brief() {
    return "trial, outcome";
  }

  @Override
  public String columns() {
    return brief()
        + ", key, cell, repeat, steps, cost, initial_loss, final_loss, best_loss, best_cost,"
        + " hit_costs, message, hash";
  }

  @Override
  public int index(ResultSet row) throws SQLException {
    return row.getInt(1);
  }

  @Override
  public Outcome outcome(ResultSet row) throws SQLException {
    return Outcome.valueOf(row.getString(2));
  }

  @Override
  public long hash(ResultSet row) throws SQLException {
    return row.getLong(14);
  }

  @Override
  public Finished finished(Map<Integer, Cell> cells, ResultSet row) throws SQLException {
    String hitCosts = row.getString(12);
    String message = row.getString(13);
    return new Finished(
        new Trial(
            index(row), row.getString(3), TrialTable.cell(cells, row.getInt(4)), row.getInt(5)),
        new TrialResult(
            outcome(row),
            row.getLong(6),
            Sql.number(row, 7),
            Sql.number(row, 8),
            Sql.number(row, 9),
            Sql.number(row, 10),
            Sql.number(row, 11),
            hitCosts == null ? missed : NumberList.decode(hitCosts),
            message == null ? "" : database.read().apply(message)));
  }

  @Override
  public Writer writer(Connection connection) throws SQLException {
    RowWriter rows = database.rows(connection, name(), COLUMNS, study);
    return new Writer() {
      @Override
      public void write(List<Row> trials) throws SQLException {
        rows.begin(trials.size());
        for (Row row : trials) {
          Trial trial = row.finished().trial();
          TrialResult result = row.finished().result();
          String message = result.message();
          rows.whole(trial.index()).text(trial.key()).whole(trial.cell().index());
          rows.whole(trial.repeat()).text(result.outcome().name()).whole(result.steps());
          rows.number(result.cost()).number(result.initialLoss()).number(result.finalLoss());
          rows.number(result.bestLoss()).number(result.bestCost());
          rows.text(isMissed(result.hitCosts()) ? null : NumberList.encode(result.hitCosts()));
          rows.text(message.isEmpty() ? null : database.kept().apply(message));
          rows.whole(row.hash()).endRow();
        }
      }

      @Override
      public void close() throws SQLException {
        rows.close();
      }
    };
  }

  private boolean isMissed(List<Double> hitCosts) {
    return hitCosts.size() == missed.size() && hitCosts.stream().allMatch(cost -> cost.isNaN());
  }
}
