package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.store.sql.Sql;
import io.sluice.store.sql.SqlStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening a store to read it creates and changes nothing. */
class ReadingTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("sluice?.db");
  }

  private void write() {
    try (ResultStore store = new SqliteStoreProvider().open(file().toString());
        ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.measured(1, 1, 0.5));
      writer.write(Samples.finished(1));
    }
  }

  @Test
  void whoAsksAgainAfterTheLastRowIsToldAgain() {
    write();
    try (ResultStore store = new SqliteStoreProvider().open(file().toString());
        Stream<Finished> trials = store.trials(Samples.HEADER.id());
        Stream<Measured> measurements = store.measurements(Samples.HEADER.id())) {
      for (Iterator<?> rows : List.of(trials.iterator(), measurements.iterator())) {
        rows.next();
        assertThat(rows.hasNext()).isFalse();
        assertThat(rows.hasNext()).isFalse();
      }
    }
  }

  /** The file as one sees it who may not write what the predicate does not name. */
  private ResultStore openWhere(Predicate<Path> writable) {
    return new SqlStore(SqliteFile.openExisting(file().toString(), 1000, writable).orElseThrow());
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : (Iterable<Path>) files::iterator) {
        contents.put(
            path.getFileName().toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  private static void assertHasTheTrial(ResultStore store) {
    try (Stream<Finished> trials = store.trials("xor-1");
        Stream<Measured> measurements = store.measurements("xor-1")) {
      assertThat(store.studies()).containsExactly(Samples.HEADER);
      assertThat(trials).containsExactly(Samples.finished(1));
      assertThat(measurements).containsExactly(Samples.measured(1, 1, 0.5));
      assertThat(store.sound("xor-1").stream()).containsExactly(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"neither", "file", "folder"})
  void fileThatMayNotBeWrittenIsReadAsItLies(String writable) throws IOException {
    write();
    Map<String, String> before = contents();
    try (ResultStore store =
        openWhere(path -> writable.equals(path.equals(file()) ? "file" : "folder"))) {
      assertHasTheTrial(store);
      assertThatThrownBy(() -> store.open(Samples.HEADER))
          .isInstanceOf(ResultStoreException.class)
          .hasMessageContaining("cannot be written: the file or its folder is read-only");
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void whatIsInTheLogOfARunIsReadToo() {
    try (ResultStore store = new SqliteStoreProvider().open(file().toString());
        ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.measured(1, 1, 0.5));
      writer.write(Samples.finished(1));
      writer.flush();
      try (ResultStore reader = openWhere(path -> false)) {
        assertHasTheTrial(reader);
      }
    }
  }

  @Test
  void logWithoutItsIndexIsRecoveredInACopy() throws IOException {
    Path from = Files.createDirectory(folder.resolve("from"));
    try (ResultStore store = new SqliteStoreProvider().open(from + "/a.db");
        ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.measured(1, 1, 0.5));
      writer.write(Samples.finished(1));
      writer.flush();
      Files.copy(from.resolve("a.db"), file());
      Files.copy(from.resolve("a.db-wal"), folder.resolve("sluice?.db-wal"));
    }
    for (String name : new String[] {"a.db", "a.db-lock"}) {
      Files.delete(from.resolve(name));
    }
    Files.delete(from);
    Map<String, String> before = contents();
    try (ResultStore store = openWhere(path -> false)) {
      assertHasTheTrial(store);
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void fileOfAnOlderVersionIsBroughtUpToDateInACopy() throws IOException, SQLException {
    Path old = folder.resolve("old.db");
    try (Connection connection = SqliteFileTest.connection(old);
        InputStream sql = ReadingTest.class.getResourceAsStream("version-1.sql")) {
      Sql.execute(connection, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
    Files.move(old, file());
    Map<String, String> before = contents();
    try (ResultStore store = openWhere(path -> false)) {
      assertThat(store.finished("xor-1").stream()).containsExactly(0, 1, 2);
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void whatIsNotThereIsNotMade() throws IOException {
    SqliteStoreProvider provider = new SqliteStoreProvider();
    assertThat(provider.openExisting(folder + "/typo/x.db")).isEmpty();
    assertThat(provider.openExisting(folder + "/x.db")).isEmpty();
    assertThat(contents()).isEmpty();
    Files.createFile(folder.resolve("empty.db"));
    assertThat(provider.openExisting(folder + "/empty.db")).isEmpty();
    assertThat(contents()).isEqualTo(Map.of("empty.db", ""));
    assertThatThrownBy(() -> provider.openExisting(folder.toString()))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void whatIsThereIsOpened() {
    write();
    try (ResultStore store =
        new SqliteStoreProvider().openExisting(file().toString()).orElseThrow()) {
      assertHasTheTrial(store);
    }
  }
}
