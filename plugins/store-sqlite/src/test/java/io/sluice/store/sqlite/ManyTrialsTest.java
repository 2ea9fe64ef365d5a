package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many trials go through an image, few row by row; nobody should see the difference. */
class ManyTrialsTest {

  private static final double[] NUMBERS = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    0.0,
    Double.MIN_VALUE,
    1.0 / 3,
    12,
    -Double.MAX_VALUE
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {256, 600, 1000, 8192, 20_000})
  void manyComeBackLikeFew(int count) throws SQLException {
    List<Finished> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trials.add(awkward(i, Outcome.values()[i % 4]));
    }
    List<Finished> shuffled = new ArrayList<>(trials);
    Collections.shuffle(shuffled, new Random(2));
    write("many.db", shuffled, count);
    write("few.db", shuffled, 200);
    assertThat(read("many.db")).isEqualTo(trials).isEqualTo(read("few.db"));
    assertThat(answer("many.db", "pragma integrity_check")).isEqualTo("ok");
    String types = "select group_concat(typeof(cost) || typeof(hit_costs), ' ') from trial";
    assertThat(answer("many.db", types)).isEqualTo(answer("few.db", types));
  }

  @Test
  void trialsThatAreThereAlreadyAreReplaced() throws SQLException {
    List<Finished> before = new ArrayList<>();
    List<Finished> after = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      if (i % 3 == 0) {
        before.add(awkward(i, Outcome.CANCELLED));
      }
      after.add(awkward(i, Outcome.COMPLETED));
    }
    write("again.db", before, 1000);
    write("again.db", after, 1000);
    assertThat(read("again.db")).isEqualTo(after);
    assertThat(answer("again.db", "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void longMessageAmongManyTrialsIsKept() throws SQLException {
    List<Finished> trials = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      trials.add(failed(i, "µ≤∞".repeat(i == 77 ? 50_000 : i)));
    }
    write("long.db", trials, 500);
    assertThat(read("long.db")).isEqualTo(trials);
    assertThat(answer("long.db", "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void onlyManyTrialsAreWorthAnImage() throws SQLException {
    SqliteFile file = SqliteFile.open(folder.resolve("image.db").toString(), 1000);
    try (Connection connection = file.connect();
        TrialInserter inserter = new TrialInserter(connection, new TrialRow(1, 2))) {
      List<Finished> trials = new ArrayList<>();
      for (int i = 0; i < 255; i++) {
        trials.add(awkward(i, Outcome.FAILED));
      }
      assertThat(inserter.prepare(trials)).isFalse();
      trials.add(awkward(255, Outcome.FAILED));
      assertThat(inserter.prepare(trials)).isTrue();
      trials.add(awkward(255, Outcome.COMPLETED));
      assertThat(inserter.prepare(trials)).isFalse();
    }
  }

  private static Finished awkward(int index, Outcome outcome) {
    double[] n = new double[7];
    for (int k = 0; k < n.length; k++) {
      n[k] = NUMBERS[(index / 3 + k * index) % NUMBERS.length];
    }
    return new Finished(
        trial(index),
        new TrialResult(
            outcome,
            index % 5 == 0 ? 5_000_000_000L + index : index,
            n[0],
            n[1],
            n[2],
            n[3],
            n[4],
            index % 7 == 0 ? List.of(Double.NaN, Double.NaN) : List.of(n[5], n[6]),
            outcome == Outcome.FAILED ? "why " + index : ""));
  }

  private static Finished failed(int index, String message) {
    return new Finished(
        trial(index), new TrialResult(Outcome.FAILED, 0, 0, 0, 0, 0, 0, List.of(), message));
  }

  private static Trial trial(int index) {
    String key = String.format(Locale.ROOT, "%016x", index * 0x9E3779B97F4A7C15L);
    return new Trial(index, key, Samples.trial(10 * (index % 2)).cell(), index);
  }

  private void write(String file, List<Finished> trials, int together) {
    try (ResultStore store = open(file);
        ResultWriter writer = store.open(Samples.HEADER)) {
      for (int i = 0; i < trials.size(); i++) {
        writer.write(trials.get(i));
        if ((i + 1) % together == 0) {
          writer.flush();
        }
      }
    }
  }

  private List<Finished> read(String file) {
    try (ResultStore store = open(file);
        Stream<Finished> trials = store.trials(Samples.HEADER.id())) {
      return trials.toList();
    }
  }

  private ResultStore open(String file) {
    return new SqliteStoreProvider().open(folder.resolve(file).toString());
  }

  private String answer(String file, String sql) throws SQLException {
    try (Connection connection = SqliteFileTest.connection(folder.resolve(file));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
