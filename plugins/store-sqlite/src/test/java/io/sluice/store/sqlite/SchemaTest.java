package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables and views as a person sees them who asks with SQL. */
class SchemaTest {

  @TempDir Path folder;

  @BeforeEach
  void twentyTrialsOfTwoCells() {
    try (ResultStore store = new SqliteStoreProvider().open(file().toString());
        ResultWriter writer = store.open(Samples.HEADER)) {
      for (int index = 0; index < 20; index++) {
        writer.write(Samples.measured(index, 1, 1.0));
        writer.write(Samples.measured(index, 2, 0.5 * index));
        writer.write(Samples.finished(index));
      }
    }
  }

  private Path file() {
    return folder.resolve("sluice.db");
  }

  @Test
  void trialViewHasTheFactorsBesideTheResult() throws SQLException {
    assertThat(
            rows(
                "select activation, count(*), avg(best_loss), study, study_name from trial_view"
                    + " group by activation order by activation"))
        .containsExactly("relu|10|3.625|xor-1|xor", "tanh|10|1.125|xor-1|xor");
  }

  @Test
  void trialThatReachedNothingHasNoTextYetComesBackWhole() throws SQLException {
    Finished missed =
        new Finished(
            Samples.trial(20),
            new TrialResult(
                Outcome.COMPLETED, 1, 3, 1, 1, 1, 1, List.of(Double.NaN, Double.NaN), ""));
    Finished odd =
        new Finished(
            Samples.trial(21), new TrialResult(Outcome.COMPLETED, 1, 3, 1, 1, 1, 1, List.of(), ""));
    try (ResultStore store = new SqliteStoreProvider().open(file().toString())) {
      for (Finished finished : List.of(missed, odd)) {
        try (ResultWriter writer = store.open(Samples.HEADER)) {
          writer.write(finished);
        }
      }
      try (Stream<Finished> trials = store.trials(Samples.HEADER.id())) {
        assertThat(trials.skip(20)).containsExactly(missed, odd);
      }
    }
    assertThat(rows("select trial, hit_costs from trial where trial >= 20"))
        .containsExactly("20|null", "21|[]");
  }

  @Test
  void trialSpellsOutWhatItsRowHolds() throws SQLException {
    assertThat(rows("select study, trial, key, cell, repeat, outcome from trial where trial = 13"))
        .containsExactly("1|13|00000000000000ff|1|3|COMPLETED");
  }

  @Test
  void trialsOfOneStudyAreFoundWithoutReadingThoseOfOthers() throws SQLException {
    for (String view : List.of("trial_view", "measurement_view")) {
      assertThat(rows("explain query plan select * from " + view + " where study = 'xor-1'"))
          .anyMatch(line -> line.contains("SEARCH trial_row USING INTEGER PRIMARY KEY"))
          .noneMatch(line -> line.contains("SCAN"));
    }
  }

  @Test
  void measurementViewHasTheFactorsBesideTheValue() throws SQLException {
    assertThat(
            rows(
                "select activation, step, max(value), metric from measurement_view"
                    + " where trial < 12 group by activation, step order by activation, step"))
        .containsExactly(
            "relu|1|1.0|loss", "relu|2|5.5|loss", "tanh|1|1.0|loss", "tanh|2|4.5|loss");
  }

  @Test
  void hitCostsAreReadByTheJsonFunctions() throws SQLException {
    assertThat(
            rows(
                "select hit_costs ->> 0, hit_costs ->> 1 is null, final_loss is null"
                    + " from trial_view where trial = 3"))
        .containsExactly("12|1|1");
  }

  @Test
  void eachCellIsWrittenOnce() throws SQLException {
    assertThat(
            rows(
                "select cell, activation, name, value from cell join hyperparameter"
                    + " using (study, cell) order by cell"))
        .containsExactly(
            "0|tanh|optimizer.learning-rate|0.002", "1|relu|optimizer.learning-rate|0.002");
  }

  @Test
  void unfinishedTrialLeavesNoRows() throws SQLException {
    try (ResultStore store = new SqliteStoreProvider().open(file().toString());
        ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.measured(20, 1, 1.0));
      writer.write(Samples.measured(21, 1, 1.0));
      writer.write(Samples.finished(21));
    }
    assertThat(rows("select trial, position from measurement where trial >= 20"))
        .containsExactly("21|0");
  }

  @Test
  void readersNeedNotWaitForTheWriter() throws SQLException {
    assertThat(rows("pragma journal_mode")).containsExactly("wal");
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = SqliteFileTest.connection(file());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(rows.getString(column));
        }
        lines.add(String.join("|", values));
      }
    }
    return lines;
  }
}
