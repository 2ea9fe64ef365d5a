package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.store.sql.Sql;
import io.sluice.store.sql.SqlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class SqliteFileTest {

  private static final int SHORT_MILLIS = 50;

  @TempDir Path folder;

  @Test
  void missingFoldersAreCreated() {
    Path file = folder.resolve("a/b/c.db");
    open(file).close();
    assertThat(file).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.db", "what?.db", "100%25#1.db", "größe.db", "no-suffix"})
  void fileNameIsTakenAsItIs(String name) throws IOException {
    try (ResultStore store = open(folder.resolve(name));
        ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.finished(1));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .containsExactlyInAnyOrder(folder.resolve(name), folder.resolve(name + "-lock"));
    }
    try (ResultStore store = open(folder.resolve(name))) {
      assertThat(store.finished("xor-1").cardinality()).isOne();
    }
  }

  @Test
  void lockedFileIsNamedAndNothingIsLost() throws SQLException {
    Path file = folder.resolve("sluice.db");
    ResultStore store = new SqlStore(SqliteFile.open(file.toString(), SHORT_MILLIS));
    try (ResultWriter writer = store.open(Samples.HEADER)) {
      writer.write(Samples.measured(1, 1, 0.5));
      writer.write(Samples.finished(1));
      try (Connection other = connection(file)) {
        Sql.execute(other, "begin immediate");
        assertThatThrownBy(writer::flush)
            .isInstanceOf(ResultStoreException.class)
            .hasMessageContaining(file + " is locked by another process");
        assertThatThrownBy(() -> store.open(Samples.OTHER))
            .isInstanceOf(ResultStoreException.class)
            .hasMessageContaining(file + " is locked by another process");
        assertThat(store.finished("xor-1").isEmpty()).isTrue();
      }
      writer.flush();
    }
    try (Stream<?> trials = store.trials("xor-1");
        Stream<?> measurements = store.measurements("xor-1")) {
      assertThat(trials.toList()).isEqualTo(List.of(Samples.finished(1)));
      assertThat(measurements.count()).isOne();
    }
  }

  @Test
  void otherFileIsRefusedAndLeftAlone() throws IOException {
    Path file = folder.resolve("notes.txt");
    String text = "not a database, ".repeat(100);
    Files.writeString(file, text);
    assertRefused(file, file + " is not a SQLite database");
    assertThat(file).hasContent(text);
  }

  @Test
  void databaseOfSomethingElseIsRefused() throws SQLException {
    Path file = folder.resolve("other.db");
    try (Connection connection = connection(file)) {
      Sql.execute(connection, "create table trial (a)");
    }
    assertRefused(file, file + " is a SQLite database of something else");
  }

  @Test
  void newerSchemaIsRefused() throws SQLException {
    Path file = folder.resolve("newer.db");
    open(file).close();
    try (Connection connection = connection(file)) {
      Sql.execute(connection, "pragma user_version = 7");
    }
    assertRefused(file, "written by a newer Sluice: its schema has version 7");
  }

  @Test
  void folderIsRefused() {
    assertRefused(folder, folder + " is a folder");
  }

  @Test
  void folderThatCannotBeCreatedIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(file.resolve("deep/sluice.db"), "cannot be created");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":memory:", ":resource:x"})
  void storeThatKeepsNothingIsRefused(String location) {
    assertThatThrownBy(() -> new SqliteStoreProvider().open(location))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("such as sqlite:results/sluice.db");
  }

  @Test
  void closedStoreAndWriterAreRefused() {
    ResultStore store = open(folder.resolve("sluice.db"));
    ResultWriter writer = store.open(Samples.HEADER);
    writer.close();
    writer.close();
    assertThatThrownBy(() -> writer.write(Samples.finished(1)))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("closed");
    store.close();
    assertThatThrownBy(store::studies)
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("closed");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining(message);
  }

  private static ResultStore open(Path file) {
    return new SqliteStoreProvider().open(file.toString());
  }

  static Connection connection(Path file) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return source.getConnection();
  }
}
