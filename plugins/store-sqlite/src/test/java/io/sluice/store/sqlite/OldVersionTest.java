package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import io.sluice.store.sql.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that version 1 of the schema wrote, opened by this one. */
class OldVersionTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @TempDir Path folder;

  @BeforeEach
  void fileOfVersionOne() throws SQLException, IOException {
    try (Connection connection = SqliteFileTest.connection(file());
        InputStream sql = OldVersionTest.class.getResourceAsStream("version-1.sql")) {
      Sql.execute(connection, "pragma journal_mode = wal");
      Sql.execute(connection, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Path file() {
    return folder.resolve("old.db");
  }

  private ResultStore open() {
    return new SqliteStoreProvider().open(file().toString());
  }

  @Test
  void everyTrialIsStillThere() {
    try (ResultStore store = open();
        Stream<Finished> trials = store.trials("xor-1")) {
      List<Finished> all = trials.toList();
      assertThat(all)
          .extracting(finished -> finished.trial().key())
          .containsExactly(
              "fedcba9876543210", "00000000ffffffff", "8000000000000000", "7fffffffffffffff");
      assertThat(all)
          .extracting(finished -> finished.trial().cell().index())
          .containsExactly(0, 7, 7, 0);
      assertThat(all)
          .extracting(finished -> finished.trial().repeat())
          .containsExactly(0, 1, Integer.MAX_VALUE, 3);
      assertThat(all)
          .extracting(finished -> finished.trial().cell().factors())
          .allSatisfy(
              factors -> assertThat(factors).containsAllEntriesOf(Factor.presets(Factor.FIRST)));
      assertThat(all)
          .extracting(Finished::result)
          .containsExactly(
              result(Outcome.COMPLETED, 300, 900, 1.5, NAN, 0.25, 450, 12, ""),
              result(Outcome.DIVERGED, 3, 9, -0.0, INFINITY, 1.5, 1, NAN, ""),
              result(Outcome.FAILED, 0, 0, NAN, NAN, INFINITY, NAN, NAN, "why"),
              result(Outcome.CANCELLED, 0, 0, NAN, NAN, INFINITY, NAN, NAN, ""));
    }
  }

  private static TrialResult result(
      Outcome outcome,
      long steps,
      double cost,
      double initialLoss,
      double finalLoss,
      double bestLoss,
      double bestCost,
      double hitCost,
      String message) {
    return new TrialResult(
        outcome,
        steps,
        cost,
        initialLoss,
        finalLoss,
        bestLoss,
        bestCost,
        List.of(hitCost, NAN),
        message);
  }

  @Test
  void measurementsAreStillThere() {
    try (ResultStore store = open();
        Stream<Measured> measurements = store.measurements("xor-1")) {
      assertThat(measurements).extracting(Measured::value).containsExactly(0.5, NAN);
    }
  }

  @Test
  void onlyTheCancelledTrialIsRunAgain() {
    try (ResultStore store = open()) {
      assertThat(store.finished("xor-1").stream()).containsExactly(0, 1, 2);
      assertThat(store.finished("other-1").stream()).containsExactly(0);
    }
  }

  @Test
  void studyGoesOnInTheSameFile() {
    try (ResultStore store = open();
        ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.finished(19));
    }
    try (ResultStore again = open()) {
      assertThat(again.finished("xor-1").stream()).containsExactly(0, 1, 2, 19);
    }
  }
}
