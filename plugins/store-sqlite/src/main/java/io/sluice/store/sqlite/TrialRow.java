package io.sluice.store.sqlite;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The rows of one study in the table trial_row. Three numbers each hold several, since a column
 * less is time saved: {@code id} is study and trial, {@code part} is cell, repeat and outcome, and
 * {@code key} is the key's 16 digits as one number.
 */
final class TrialRow {

  private static final String TRIAL = "id, key, part";

  private static final String NUMBERS =
      ", steps, cost, initial_loss, final_loss, best_loss, best_cost";

  /** What {@link #finished} reads, in its order. */
  static final String FINISHED = TRIAL + NUMBERS + ", hit_costs, message, hash";

  /** The column of {@link #FINISHED} that holds the hash. */
  static final int HASH = 12;

  /** The condition of a trial that need not be run again. */
  static final String STAYS = "part & 3 <> " + Outcome.CANCELLED.ordinal();

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int COLUMNS = 12;
  private static final String COLUMNS_OF_MOST = " (" + TRIAL + NUMBERS + ", hash)";
  private static final int COUNT_OF_MOST = 10;

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

  /** Writes rows by {@link #write}. */
  static Inserter inserter(Connection connection) throws SQLException {
    return new Inserter(connection, "trial_row", COLUMNS);
  }

  /** Writes rows by {@link #writeBrief}. */
  static Inserter briefInserter(Connection connection) throws SQLException {
    return new Inserter(connection, "trial_row" + COLUMNS_OF_MOST, COUNT_OF_MOST);
  }

  /** The id of a study's trial. */
  static long id(int study, long trial) {
    return ((long) study << 32) + trial;
  }

  /** The place in the study of the trial with this id. */
  static int index(long id) {
    return (int) id;
  }

  /** Whether the trial has no text, as most have that reached no target. */
  boolean isBrief(Finished finished) {
    TrialResult result = finished.result();
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

  /** Writes a trial that {@link #isBrief}. */
  void writeBrief(Inserter rows, Finished finished, long hash) throws SQLException {
    writeNumbers(rows, finished);
    rows.whole(hash).endRow();
  }

  /** Writes any trial. */
  void write(Inserter rows, Finished finished, long hash) throws SQLException {
    TrialResult result = finished.result();
    writeNumbers(rows, finished);
    rows.text(isMissed(result.hitCosts()) ? null : NumberList.encode(result.hitCosts()));
    rows.text(result.message().isEmpty() ? null : result.message()).whole(hash).endRow();
  }

  private void writeNumbers(Inserter rows, Finished finished) throws SQLException {
    Trial trial = finished.trial();
    TrialResult result = finished.result();
    rows.whole(id(study, trial.index())).whole(number(trial.key()));
    rows.whole(part(trial, result.outcome())).whole(result.steps()).number(result.cost());
    rows.number(result.initialLoss()).number(result.finalLoss());
    rows.number(result.bestLoss()).number(result.bestCost());
  }

  private static long part(Trial trial, Outcome outcome) {
    return (long) trial.cell().index() << 33 | (long) trial.repeat() << 2 | outcome.ordinal();
  }

  /** The outcome of a trial with this part. */
  static Outcome outcome(long part) {
    return OUTCOMES[(int) part & 3];
  }

  private static int cell(long part) {
    return (int) (part >>> 33);
  }

  private static int repeat(long part) {
    return (int) (part >> 2) & Integer.MAX_VALUE;
  }

  private static Trial trial(Map<Integer, Cell> cells, ResultSet row) throws SQLException {
    long part = row.getLong(3);
    Cell cell = cells.get(cell(part));
    if (cell == null) {
      throw new IllegalArgumentException("its cell " + cell(part) + " is damaged or missing");
    }
    return new Trial(index(row.getLong(1)), digits(row.getLong(2)), cell, repeat(part));
  }

  /** The trial with its result of a row of {@link #FINISHED}. */
  Finished finished(Map<Integer, Cell> cells, ResultSet row) throws SQLException {
    String hitCosts = row.getString(10);
    String message = row.getString(11);
    return new Finished(
        trial(cells, row),
        new TrialResult(
            outcome(row.getLong(3)),
            row.getLong(4),
            Rows.number(row, 5),
            Rows.number(row, 6),
            Rows.number(row, 7),
            Rows.number(row, 8),
            Rows.number(row, 9),
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
