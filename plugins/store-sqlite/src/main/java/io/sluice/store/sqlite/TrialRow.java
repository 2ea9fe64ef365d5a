package io.sluice.store.sqlite;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import io.sluice.store.sql.NumberList;
import io.sluice.store.sql.Sql;
import io.sluice.store.sql.TrialTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of one study in the table trial_row. Three numbers each hold several, since a column
 * less is time saved: {@code id} is study and trial, {@code part} is cell, repeat and outcome, and
 * {@code key} is the key's 16 digits as one number.
 */
final class TrialRow implements TrialTable {

  private static final String TRIAL = "id, part";

  private static final String NUMBERS =
      ", key, steps, cost, initial_loss, final_loss, best_loss, best_cost";

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int COLUMNS = 12;
  private static final int COLUMNS_OF_MOST = 10;

  private final int study;
  private final List<Double> missed;

  /**
   * Rows of a study.
   *
   * @param study its number
   * @param targets how many targets it has
   */
  TrialRow(int study, int targets) {
    this.study = study;
    this.missed = Collections.nCopies(targets, Double.NaN);
  }

  @Override
  public String name() {
    return "trial_row";
  }

  @Override
  public String order() {
    return "id";
  }

  @Override
  public String between(long first, long last) {
    return "id between " + id(study, first) + " and " + id(study, last);
  }

  @Override
  public String among(Collection<Long> trials) {
    return trials.stream()
        .map(trial -> String.valueOf(id(study, trial)))
        .collect(Collectors.joining(",", "id in (", ")"));
  }

  @Override
  public String stays() {
    return "part & 3 <> " + Outcome.CANCELLED.ordinal();
  }

  @Override
  public String brief() {
    return TRIAL;
  }

  @Override
  public String columns() {
    return TRIAL + NUMBERS + ", hit_costs, message, hash";
  }

  @Override
  public int index(ResultSet row) throws SQLException {
    return (int) row.getLong(1);
  }

  @Override
  public Outcome outcome(ResultSet row) throws SQLException {
    return outcome(row.getLong(2));
  }

  @Override
  public long hash(ResultSet row) throws SQLException {
    return row.getLong(12);
  }

  /** Writes all columns only of trials of which one has a text. */
  @Override
  public Writer writer(Connection connection) throws SQLException {
    Inserter whole = new Inserter(connection, name() + " (" + columns() + ")", COLUMNS);
    Inserter brief =
        new Inserter(connection, name() + " (" + TRIAL + NUMBERS + ", hash)", COLUMNS_OF_MOST);
    return new Writer() {
      @Override
      public void write(List<Row> rows) throws SQLException {
        boolean most = rows.stream().allMatch(row -> isBrief(row.finished().result()));
        Inserter inserter = most ? brief : whole;
        inserter.begin(rows.size());
        for (Row row : rows) {
          writeNumbers(inserter, row.finished());
          if (!most) {
            writeTexts(inserter, row.finished().result());
          }
          inserter.whole(row.hash()).endRow();
        }
      }

      @Override
      public void close() throws SQLException {
        try (whole;
            brief) {
          // Nothing waits in them.
        }
      }
    };
  }

  /** The id of a study's trial. */
  static long id(int study, long trial) {
    return ((long) study << 32) + trial;
  }

  /** Whether the trial has no text, as most have that reached no target. */
  private boolean isBrief(TrialResult result) {
    return result.message().isEmpty() && isMissed(result.hitCosts());
  }

  private boolean isMissed(List<Double> hitCosts) {
    if (hitCosts.size() != missed.size()) {
      return false;
    }
    for (int target = 0; target < hitCosts.size(); target++) {
      if (!Double.isNaN(hitCosts.get(target))) {
        return false;
      }
    }
    return true;
  }

  private void writeTexts(Inserter rows, TrialResult result) throws SQLException {
    rows.text(isMissed(result.hitCosts()) ? null : NumberList.encode(result.hitCosts()));
    rows.text(result.message().isEmpty() ? null : result.message());
  }

  private void writeNumbers(Inserter rows, Finished finished) throws SQLException {
    Trial trial = finished.trial();
    TrialResult result = finished.result();
    rows.whole(id(study, trial.index())).whole(part(trial, result.outcome()));
    rows.whole(number(trial.key())).whole(result.steps()).number(result.cost());
    rows.number(result.initialLoss()).number(result.finalLoss());
    rows.number(result.bestLoss()).number(result.bestCost());
  }

  private static long part(Trial trial, Outcome outcome) {
    return (long) trial.cell().index() << 33 | (long) trial.repeat() << 2 | outcome.ordinal();
  }

  private static Outcome outcome(long part) {
    return OUTCOMES[(int) part & 3];
  }

  private static int cell(long part) {
    return (int) (part >>> 33);
  }

  private static int repeat(long part) {
    return (int) (part >> 2) & Integer.MAX_VALUE;
  }

  @Override
  public Finished finished(Map<Integer, Cell> cells, ResultSet row) throws SQLException {
    long part = row.getLong(2);
    String hitCosts = row.getString(10);
    String message = row.getString(11);
    return new Finished(
        new Trial(
            index(row), digits(row.getLong(3)), TrialTable.cell(cells, cell(part)), repeat(part)),
        new TrialResult(
            outcome(part),
            row.getLong(4),
            Sql.number(row, 5),
            Sql.number(row, 6),
            Sql.number(row, 7),
            Sql.number(row, 8),
            Sql.number(row, 9),
            hitCosts == null ? missed : NumberList.decode(hitCosts),
            message == null ? "" : message));
  }

  /** The number of 16 digits from 0 to f, which every trial's key has. */
  private static long number(String key) {
    long number = 0;
    for (int i = 0; i < key.length(); i++) {
      char digit = key.charAt(i);
      number = number << 4 | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    return number;
  }

  private static String digits(long key) {
    return HexFormat.of().toHexDigits(key);
  }
}
