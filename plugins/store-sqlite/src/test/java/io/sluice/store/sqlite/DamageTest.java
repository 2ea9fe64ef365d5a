package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.store.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that does not hold any more what was written into it. */
class DamageTest {

  private static final int TRIALS = 20;

  @TempDir Path folder;

  private final List<Finished> trials = new ArrayList<>();
  private final List<Measured> measurements = new ArrayList<>();

  @BeforeEach
  void twentyTrials() {
    try (ResultStore store = open();
        ResultWriter writer = store.open(Samples.HEADER)) {
      for (int index = 0; index < TRIALS; index++) {
        for (TrialEvent event : eventsOf(index)) {
          writer.write(event);
          if (event instanceof Measured measured) {
            measurements.add(measured);
          } else {
            trials.add((Finished) event);
          }
        }
      }
    }
  }

  private static List<TrialEvent> eventsOf(int index) {
    List<TrialEvent> events = new ArrayList<>();
    for (int step = 0; step < index % 4; step++) {
      events.add(Samples.measured(index, step, index + step / 7.0));
    }
    events.add(Samples.finished(index));
    return events;
  }

  private Path file() {
    return folder.resolve("sluice.db");
  }

  private ResultStore open() {
    return new SqliteStoreProvider().open(file().toString());
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = SqliteFileTest.connection(file())) {
      Sql.execute(connection, sql);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update trial_row set steps = 301 where id & 0xff = 7 | 7",
        "update trial_row set cost = -cost where id & 0xff = 7 | 7",
        "update trial_row set final_loss = 0.5 where id & 0xff = 7 | 7",
        "update trial_row set hit_costs = '[12,1]' where id & 0xff = 7 | 7",
        "update trial_row set hit_costs = null where id & 0xff = 7 | 7",
        "update trial_row set hit_costs = '[1' where id & 0xff = 7 | 7",
        "update trial_row set message = 'm' where id & 0xff = 7 | 7",
        "update trial_row set part = part + 1 where id & 0xff = 7 | 7",
        "update trial_row set part = part + 4 where id & 0xff = 7 | 7",
        "update trial_row set key = key + 1 where id & 0xff = 7 | 7",
        "update trial_row set hash = hash + 1 where id & 0xff = 7 | 7",
        "update measurement set value = 0 where trial = 7 and position = 2 | 7",
        "update measurement set cost = null where trial = 7 and position = 0 | 7",
        "update measurement set metric = 'lose' where trial = 7 and position = 1 | 7",
        "update measurement set position = position + 9 where trial = 7 and position = 1 | 7",
        "delete from measurement where trial = 7 and position = 2 | 7",
        "delete from measurement where trial = 7 | 7",
        "insert into measurement values (1, 7, 3, 1, 1, 'loss', 1) | 7",
        "insert into measurement values (1, 8, 0, 1, 1, 'loss', 1) | 8",
      })
  void damagedTrialIsNamedAndRunAgain(String sql, int damaged) throws SQLException {
    change(sql);
    try (ResultStore store = open()) {
      assertThat(reasons(store))
          .isNotEmpty()
          .allMatch(
              reason ->
                  reason.contains(
                      "trial " + damaged + " of the study \"xor-1\" in " + file() + " is damaged"));
      assertThat(store.sound("xor-1").stream()).hasSize(TRIALS - 1).doesNotContain(damaged);
    }
    runAgain();
    assertWhole();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update cell set activation = 'tanb' where cell = 1",
        "delete from cell where cell = 1",
        "update cell set hash = 5 where cell = 1",
        "update hyperparameter set value = 0.003 where cell = 1",
        "update hyperparameter set name = 'x' where cell = 1",
        "delete from hyperparameter where cell = 1",
      })
  void trialsOfADamagedCellAreRunAgain(String sql) throws SQLException {
    change(sql);
    try (ResultStore store = open()) {
      assertThat(reasons(store)).hasSize(2).allMatch(reason -> reason.contains("cell 1"));
      assertThat(store.sound("xor-1").stream()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
    runAgain();
    assertWhole();
  }

  @ParameterizedTest
  @CsvSource({"1", "20"})
  void lostTrialsAreCounted(int lost) throws SQLException {
    change("delete from trial_row where id & 0xff < " + lost);
    try (ResultStore store = open()) {
      assertThat(reasons(store))
          .hasSize(2)
          .allMatch(
              reason ->
                  reason.contains(
                      "should have 20 trials, but " + (TRIALS - lost) + " can be read"));
    }
    runAgain();
    assertWhole();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update study set question = 'Witch?'",
        "update study set spec = '{ }'",
        "update study set trials = 21",
        "update study set budget = 901",
        "update study set targets = '[0.01,0.01]'",
        "update study set targets = '[0.01'",
        "update provenance set value = '2'",
        "delete from provenance",
      })
  void damagedHeaderIsToldAndOtherStudiesDoNotSuffer(String sql) throws SQLException {
    change(sql);
    try (ResultStore store = open()) {
      store.open(Samples.OTHER).close();
      assertThat(store.studies()).containsExactly(Samples.OTHER);
      assertThat(store.unreadable())
          .singleElement()
          .asString()
          .startsWith("the study \"xor-1\" in " + file() + " is damaged: its header ");
      store.open(Samples.HEADER).close();
      assertThat(store.studies()).containsExactly(Samples.HEADER, Samples.OTHER);
      assertThat(store.unreadable()).isEmpty();
    }
  }

  @Test
  void rowsOlderThanChecksumsAreReadAsTheyAre() throws SQLException {
    for (String table : List.of("trial_row", "cell", "study")) {
      change("update " + table + " set hash = null");
    }
    change("update study set kept = null, question = 'changed'");
    change("update trial_row set steps = 5 where id & 0xff = 3");
    try (ResultStore store = open();
        Stream<Finished> kept = store.trials("xor-1")) {
      assertThat(store.studies()).hasSize(1);
      assertThat(store.sound("xor-1").cardinality()).isEqualTo(TRIALS);
      assertThat(kept).hasSize(TRIALS).element(3).matches(trial -> trial.result().steps() == 5);
    }
  }

  /** Whatever bit of the file: what is read is what was written, or it is said that it is not. */
  @Test
  void aFlippedBitIsNeverBelieved() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    Path copy = folder.resolve("copy.db");
    Random random = new Random(16);
    int noticed = 0;
    for (int i = 0; i < 300; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      // Most of a small file is empty space, where a bit does not matter.
      while (flipped[at] == 0) {
        at = (at + 1) % whole.length;
      }
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(copy, flipped);
      try (ResultStore store = new SqliteStoreProvider().open(copy.toString());
          Stream<Finished> keptTrials = store.trials("xor-1");
          Stream<Measured> keptMeasurements = store.measurements("xor-1")) {
        if (store.studies().equals(List.of(Samples.HEADER))) {
          assertThat(keptTrials).as("byte %d", at).isEqualTo(trials);
          assertThat(keptMeasurements).as("byte %d", at).isEqualTo(measurements);
        } else {
          noticed++;
        }
      } catch (ResultStoreException damaged) {
        assertThat(damaged.getMessage()).doesNotContain("\n");
        noticed++;
      }
      for (String suffix : List.of("", "-wal", "-shm", "-lock")) {
        Files.deleteIfExists(folder.resolve("copy.db" + suffix));
      }
    }
    assertThat(noticed).isGreaterThan(150);
  }

  private static List<String> reasons(ResultStore store) {
    List<String> reasons = new ArrayList<>();
    List<Supplier<Stream<?>>> reads =
        List.of(() -> store.trials("xor-1"), () -> store.measurements("xor-1"));
    for (Supplier<Stream<?>> read : reads) {
      try (Stream<?> rows = read.get()) {
        assertThat(rows.count()).isPositive();
      } catch (ResultStoreException damaged) {
        reasons.add(damaged.getMessage());
      }
    }
    return reasons;
  }

  /** What a run does: the trials that are not sound. */
  private void runAgain() {
    try (ResultStore store = open();
        ResultWriter writer = store.open(Samples.HEADER)) {
      for (int index = 0; index < TRIALS; index++) {
        if (!store.sound("xor-1").get(index)) {
          eventsOf(index).forEach(writer::write);
        }
      }
    }
  }

  private void assertWhole() {
    try (ResultStore store = open();
        Stream<Finished> keptTrials = store.trials("xor-1");
        Stream<Measured> keptMeasurements = store.measurements("xor-1")) {
      assertThat(keptTrials).isEqualTo(trials);
      assertThat(keptMeasurements).isEqualTo(measurements);
      assertThat(store.sound("xor-1").cardinality()).isEqualTo(TRIALS);
    }
  }
}
