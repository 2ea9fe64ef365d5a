package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4Connection;

/** One file: opens connections to it, sees to its schema and puts its failures into words. */
final class SqliteFile {

  /** How long to wait for a lock that another process holds. */
  static final int PATIENCE_MILLIS = 10_000;

  /** Written into the file, so that a database of something else is not mistaken for a store. */
  private static final int APPLICATION_ID = 0x534C5543;

  /**
   * The version of the tables. A file with a lower one is brought up to it; one with a higher one
   * was written by a newer Sluice.
   */
  private static final int SCHEMA_VERSION = 2;

  private static final int PAGE_BYTES = 8192;
  private static final int CHECKPOINT_PAGES = 4000;

  private final String location;
  private final Path path;
  private final int patienceMillis;

  private SqliteFile(String location, Path path, int patienceMillis) {
    this.location = location;
    this.path = path;
    this.patienceMillis = patienceMillis;
  }

  /** Opens the file, creating it, its folder and its tables where they are missing. */
  static SqliteFile open(String location, int patienceMillis) {
    SqliteFile file = new SqliteFile(location, path(location), patienceMillis);
    file.createFolder();
    DriverFolder.choose();
    try (Connection connection = file.connect()) {
      file.prepare(connection);
    } catch (SQLException e) {
      throw file.failure(e);
    }
    return file;
  }

  private static Path path(String location) {
    if (location.isBlank() || location.startsWith(":")) {
      throw new ResultStoreException(
          "a SQLite store needs a file to keep results in, such as sqlite:results/sluice.db, not"
              + " \"sqlite:"
              + location
              + "\"");
    }
    try {
      return Path.of(location).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new ResultStoreException("\"" + location + "\" is no file name: " + e.getReason(), e);
    }
  }

  private void createFolder() {
    if (Files.isDirectory(path)) {
      throw new ResultStoreException(
          location + " is a folder; name a file in it, such as sqlite:" + location + "/sluice.db");
    }
    try {
      Files.createDirectories(path.getParent());
    } catch (IOException e) {
      String reason =
          e instanceof FileSystemException f && f.getReason() != null
              ? f.getReason()
              : e.getClass().getSimpleName() + ": " + e.getMessage();
      throw new ResultStoreException(
          "the folder " + path.getParent() + " of " + location + " cannot be created: " + reason,
          e);
    }
  }

  /** A connection of its own for one reader or one writer; each statement is a transaction. */
  Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(patienceMillis);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    // The driver takes what follows a question mark for settings; in a URI it can be escaped.
    String name = path.toString();
    String escaped = name.indexOf('?') < 0 ? name : path.toUri().toASCIIString();
    return new JDBC4Connection(JDBC.PREFIX + escaped, escaped, config.toProperties());
  }

  /** Settings of a connection that writes much. */
  void tuneForWriting(Connection connection) throws SQLException {
    execute(connection, "pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
    execute(connection, "pragma cache_size = -64000");
  }

  private void prepare(Connection connection) throws SQLException {
    int version = checkedVersion(connection);
    if (version == SCHEMA_VERSION) {
      return;
    }
    execute(connection, "pragma page_size = " + PAGE_BYTES);
    execute(connection, "pragma journal_mode = wal");
    execute(connection, "begin immediate");
    version = checkedVersion(connection);
    if (version == 0) {
      execute(connection, text("schema.sql"));
      execute(connection, text("trials.sql"));
      execute(connection, text("views.sql"));
      execute(connection, "pragma application_id = " + APPLICATION_ID);
    } else if (version == 1) {
      execute(connection, "drop view trial_view; drop view measurement_view");
      execute(connection, "alter table trial rename to old_trial");
      execute(connection, text("trials.sql"));
      execute(connection, text("from-1.sql"));
      execute(connection, text("views.sql"));
    }
    execute(connection, "pragma user_version = " + SCHEMA_VERSION);
    execute(connection, "commit");
  }

  /** The version of the file's schema, 0 if it has none yet. */
  private int checkedVersion(Connection connection) throws SQLException {
    int tables = number(connection, "select count(*) from sqlite_schema");
    int application = number(connection, "pragma application_id");
    int version = number(connection, "pragma user_version");
    if (tables == 0) {
      return 0;
    }
    if (application != APPLICATION_ID) {
      throw new ResultStoreException(
          location + " is a SQLite database of something else, not of Sluice; name another file");
    }
    if (version > SCHEMA_VERSION) {
      throw new ResultStoreException(
          location
              + " was written by a newer Sluice: its schema has version "
              + version
              + ", this one knows up to "
              + SCHEMA_VERSION
              + "; update Sluice or name another file");
    }
    return version;
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getInt(1);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String text(String resource) {
    try (InputStream in = SqliteFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what went wrong with this file and what to do about it. */
  ResultStoreException failure(SQLException e) {
    return new ResultStoreException(explanation(e), e);
  }

  private String explanation(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    // The low byte is the kind of failure, the others are its variety.
    int kind = code.code & 0xff;
    if (kind == SQLiteErrorCode.SQLITE_BUSY.code || kind == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return location
          + " is locked by another process; wait until that has finished or name another file";
    }
    if (kind == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return location + " is not a SQLite database; name another file";
    }
    if (kind == SQLiteErrorCode.SQLITE_READONLY.code) {
      return location + " cannot be written: the file or its folder is read-only";
    }
    if (kind == SQLiteErrorCode.SQLITE_FULL.code) {
      return location + " cannot grow: the disk is full";
    }
    if (kind == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return location + " cannot be opened: the file or its folder may not be read or written";
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return location + " fails: " + cause.getMessage();
  }

  @Override
  public String toString() {
    return location;
  }
}
