package io.sluice.store.duckdb;

import io.sluice.spi.ResultStoreException;
import io.sluice.store.sql.Database;
import io.sluice.store.sql.FileHold;
import io.sluice.store.sql.KeptText;
import io.sluice.store.sql.RowWriter;
import io.sluice.store.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One file: opens connections to it and sees to its tables. */
final class DuckdbFile implements Database {

  /** A file with a higher one was written by a newer Sluice. */
  static final int SCHEMA_VERSION = 1;

  private static final List<String> TABLES = List.of("V1__results.sql", "V3__summaries.sql");

  private final String location;
  private final Path path;
  private final Instance instance;

  private DuckdbFile(String location, Path path, boolean readOnly) {
    this.location = location;
    this.path = path;
    try {
      instance = Instance.open(path, readOnly);
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw new ResultStoreException("the folder of " + location + " cannot be read: " + e, e);
    }
  }

  /** Opens the file, creating it, its folder and its tables where they are missing. */
  static DuckdbFile open(String location) {
    Path path = path(location);
    try {
      Files.createDirectories(path.getParent());
    } catch (IOException e) {
      throw new ResultStoreException(
          "the folder " + path.getParent() + " of " + location + " cannot be created: " + e, e);
    }
    DuckdbFile file = new DuckdbFile(location, path, false);
    file.whole(true);
    return file;
  }

  /** Opens the file to read it, or gives nothing if there is no file or nothing in it. */
  static Optional<DuckdbFile> openExisting(String location) {
    Path path = path(location);
    if (path.toFile().length() == 0) {
      return Optional.empty();
    }
    DuckdbFile file = new DuckdbFile(location, path, true);
    if (file.whole(false)) {
      return Optional.of(file);
    }
    file.close();
    return Optional.empty();
  }

  private static Path path(String location) {
    if (location.isBlank() || location.startsWith(":")) {
      throw new ResultStoreException(
          "a DuckDB store needs a file to keep results in, such as duckdb:results/sluice.duckdb, not"
              + " \"duckdb:"
              + location
              + "\"");
    }
    Path path;
    try {
      path = Path.of(location).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new ResultStoreException("\"" + location + "\" is no file name: " + e.getReason(), e);
    }
    if (Files.isDirectory(path)) {
      throw new ResultStoreException(
          location
              + " is a folder; name a file in it, such as duckdb:"
              + location
              + "/sluice.duckdb");
    }
    return path;
  }

  /** Whether the tables are there; closes the file if they cannot be. */
  private boolean whole(boolean create) {
    try (Connection connection = connect()) {
      Sql.execute(connection, "begin transaction");
      boolean there = isThere(connection);
      if (!there && create) {
        for (String tables : TABLES) {
          Sql.execute(connection, Sql.text(Database.class, tables));
        }
        Sql.execute(connection, "create table schema_version (version integer not null)");
        Sql.execute(connection, "insert into schema_version values (" + SCHEMA_VERSION + ")");
      }
      commit(connection);
      return there || create;
    } catch (SQLException e) {
      close();
      throw failure(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean isThere(Connection connection) throws SQLException {
    String tables = "select count(*) from duckdb_tables()";
    if (Sql.number(connection, tables) == 0) {
      return false;
    }
    if (Sql.number(connection, tables + " where table_name = 'schema_version'") == 0) {
      throw new ResultStoreException(
          location + " is a DuckDB database of something else, not of Sluice; name another file");
    }
    long version = Sql.number(connection, "select max(version) from schema_version");
    if (version > SCHEMA_VERSION) {
      throw new ResultStoreException(
          location
              + " was written by a newer Sluice: its schema has version "
              + version
              + ", this one knows up to "
              + SCHEMA_VERSION
              + "; update Sluice or name another file");
    }
    return true;
  }

  @Override
  public Connection connect() throws SQLException {
    return instance.connection();
  }

  @Override
  public void beginReading(Connection connection) throws SQLException {
    Sql.execute(connection, "begin transaction");
  }

  @Override
  public void beginWriting(Connection connection, int study) throws SQLException {
    Sql.execute(connection, "begin transaction");
  }

  @Override
  public RowWriter rows(Connection connection, String table, int columns, int study)
      throws SQLException {
    return new AppendedRows(connection, table, columns, study);
  }

  @Override
  public Cursor cursor(Connection connection, int study, Range query) throws SQLException {
    return new Pages(connection, study, query);
  }

  @Override
  public Hold hold(Connection connection, int study, String studyId, boolean alone) {
    return FileHold.take(
        path.resolveSibling(path.getFileName() + "-lock"),
        study,
        "the study \"" + studyId + "\"",
        this);
  }

  @Override
  public UnaryOperator<String> kept() {
    return KeptText::withoutZeros;
  }

  @Override
  public UnaryOperator<String> read() {
    return KeptText::withZeros;
  }

  @Override
  public ResultStoreException failure(SQLException e) {
    return DuckdbFailure.of(location, e);
  }

  @Override
  public void close() {
    try {
      instance.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public String toString() {
    return location;
  }
}
