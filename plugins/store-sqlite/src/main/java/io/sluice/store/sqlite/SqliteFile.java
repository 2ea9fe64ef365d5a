package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyLeases;
import io.sluice.store.sql.Database;
import io.sluice.store.sql.FileHold;
import io.sluice.store.sql.RowWriter;
import io.sluice.store.sql.Sql;
import io.sluice.store.sql.TrialTable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * One file: opens connections to it and sees to its schema. A file that this process may not write
 * is read as it lies there; where that cannot be, because it needs to be brought up to date or
 * recovered first, a copy in the temporary folder is.
 */
final class SqliteFile implements Database {

  /** How long to wait for a lock that another process holds. */
  static final int PATIENCE_MILLIS = 10_000;

  /** How long a writer does, before the engine hears of it. */
  private static final int WRITER_MILLIS = 2000;

  /** Written into the file, so that a database of something else is not mistaken for a store. */
  private static final int APPLICATION_ID = 0x534C5543;

  /**
   * The version of the tables. A file with a lower one is brought up to it; one with a higher one
   * was written by a newer Sluice.
   */
  private static final int SCHEMA_VERSION = 5;

  private static final int PAGE_BYTES = 8192;
  private static final int CHECKPOINT_PAGES = 4000;

  private final String location;

  /** The file that the user named. */
  private final Path named;

  private final int patienceMillis;
  private final Predicate<Path> writable;

  /** The file that is opened: the one named, or a copy of it. */
  private final Path path;

  private SqliteFile(
      String location, Path named, Path path, int patienceMillis, Predicate<Path> writable) {
    this.writable = writable;
    this.location = location;
    this.named = named;
    this.path = path;
    this.patienceMillis = patienceMillis;
  }

  /** Opens the file, creating it, its folder and its tables where they are missing. */
  static SqliteFile open(String location, int patienceMillis) {
    Path path = path(location);
    if (Files.exists(path) && !mayBeWritten(path, Files::isWritable)) {
      return openExisting(location, patienceMillis).orElseThrow(() -> unwritable(location));
    }
    SqliteFile file = new SqliteFile(location, path, path, patienceMillis, Files::isWritable);
    file.createFolder();
    return file.prepared();
  }

  /** Opens the file to read it, or gives nothing if there is no file or nothing in it. */
  static Optional<SqliteFile> openExisting(String location, int patienceMillis) {
    return openExisting(location, patienceMillis, Files::isWritable);
  }

  /**
   * Opens the file to read it.
   *
   * @param writable whether a file or folder may be written
   */
  static Optional<SqliteFile> openExisting(
      String location, int patienceMillis, Predicate<Path> writable) {
    Path path = path(location);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    SqliteFile file = new SqliteFile(location, path, path, patienceMillis, writable);
    file.refuseFolder();
    boolean changeable = mayBeWritten(path, writable);
    if (!changeable && file.waitsForRecovery()) {
      return Optional.of(file.copy().prepared());
    }
    int version;
    try (Connection connection = file.connect()) {
      version = file.checkedVersion(connection);
    } catch (SQLException e) {
      throw file.failure(e);
    }
    if (version == 0) {
      return Optional.empty();
    }
    boolean current = version == SCHEMA_VERSION;
    return Optional.of(current ? file : changeable ? file.prepared() : file.copy().prepared());
  }

  private static boolean mayBeWritten(Path path, Predicate<Path> writable) {
    return writable.test(path) && writable.test(path.getParent());
  }

  /** Whether part of the file is in its log and the index of the log is missing. */
  private boolean waitsForRecovery() {
    return hasLog() && !Files.isReadable(beside("-shm"));
  }

  private boolean hasLog() {
    return beside("-wal").toFile().length() > 0;
  }

  /** The file beside the one that the user named with this at the end of its name. */
  Path beside(String suffix) {
    return named.resolveSibling(named.getFileName() + suffix);
  }

  private SqliteFile copy() {
    try {
      Path folder = Files.createTempDirectory("sluice-copy");
      Path copy = folder.resolve("sluice.db");
      Files.copy(named, copy);
      if (hasLog()) {
        Files.copy(beside("-wal"), folder.resolve("sluice.db-wal"));
      }
      for (String name : List.of("sluice.db", "sluice.db-wal", "sluice.db-shm", "")) {
        // Those noted last are deleted first.
        (name.isEmpty() ? folder : folder.resolve(name)).toFile().deleteOnExit();
      }
      return new SqliteFile(location, named, copy, patienceMillis, Files::isWritable);
    } catch (IOException e) {
      throw new ResultStoreException(
          location
              + " may not be written, and it must be brought up to date before it can be read;"
              + " the copy for that cannot be made: "
              + e,
          e);
    }
  }

  private SqliteFile prepared() {
    try (Connection connection = connect()) {
      prepare(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
    return this;
  }

  /** Deletes the copy, if there is one. */
  @Override
  public void close() {
    if (!path.equals(named)) {
      for (String suffix : List.of("", "-wal", "-shm")) {
        path.resolveSibling(path.getFileName() + suffix).toFile().delete();
      }
      path.getParent().toFile().delete();
    }
  }

  private static ResultStoreException unwritable(String location) {
    return new ResultStoreException(
        location + " cannot be written: the file or its folder is read-only");
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

  private void refuseFolder() {
    if (Files.isDirectory(path)) {
      throw new ResultStoreException(
          location + " is a folder; name a file in it, such as sqlite:" + location + "/sluice.db");
    }
  }

  private void createFolder() {
    refuseFolder();
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

  @Override
  public Connection connect() throws SQLException {
    NativeLibrary.prepare();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(patienceMillis);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    // The driver takes what follows a question mark for settings; in a URI it can be escaped.
    String name = path.toString();
    String escaped = name.indexOf('?') < 0 ? name : path.toUri().toASCIIString();
    if (Files.exists(path) && !mayBeWritten(path, writable)) {
      config.setReadOnly(true);
      // Without a log nobody is writing, and no lock is needed that could not be had.
      escaped = path.toUri().toASCIIString() + "?mode=ro" + (hasLog() ? "" : "&immutable=1");
    }
    return new JDBC4Connection(JDBC.PREFIX + escaped, escaped, config.toProperties());
  }

  @Override
  public void beginReading(Connection connection) throws SQLException {
    Sql.execute(connection, "begin");
  }

  @Override
  public void beginWriting(Connection connection, int study) throws SQLException {
    Sql.execute(connection, "begin immediate");
  }

  @Override
  public RowWriter rows(Connection connection, String table, int columns, int study)
      throws SQLException {
    return new Inserter(connection, table, columns, study);
  }

  @Override
  public TrialTable trials(int study, int targets) {
    return new TrialRow(study, targets);
  }

  @Override
  public Hold hold(Connection connection, int study, String studyId, boolean alone) {
    String name = "the study \"" + studyId + "\"";
    return alone
        ? FileHold.take(beside("-lock"), study, name, this)
        : FileHold.share(beside("-lock"), study, name, this);
  }

  @Override
  public Optional<StudyLeases> leases(int study, Duration life) throws SQLException {
    return Optional.of(SqliteLeases.of(this, study, life));
  }

  @Override
  public void tuneForWriting(Connection connection) throws SQLException {
    Sql.execute(connection, "pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
    Sql.execute(connection, "pragma cache_size = -64000");
    // The engine is patient by itself, and can be stopped while it is.
    Sql.execute(connection, "pragma busy_timeout = " + Math.min(WRITER_MILLIS, patienceMillis));
  }

  private void prepare(Connection connection) throws SQLException {
    int version = checkedVersion(connection);
    if (version == SCHEMA_VERSION) {
      return;
    }
    Sql.execute(connection, "pragma page_size = " + PAGE_BYTES);
    Sql.execute(connection, "pragma journal_mode = wal");
    Sql.execute(connection, "begin immediate");
    version = checkedVersion(connection);
    if (version == 0) {
      Sql.execute(connection, Sql.text(SqliteFile.class, "schema.sql"));
      Sql.execute(connection, Sql.text(SqliteFile.class, "trials.sql"));
      Sql.execute(connection, Sql.text(SqliteFile.class, "views.sql"));
      Sql.execute(connection, "pragma application_id = " + APPLICATION_ID);
    } else if (version == 1) {
      Sql.execute(connection, "drop view trial_view; drop view measurement_view");
      Sql.execute(connection, "alter table trial rename to old_trial");
      Sql.execute(connection, Sql.text(SqliteFile.class, "trials.sql"));
      Sql.execute(connection, Sql.text(SqliteFile.class, "from-1.sql"));
      Sql.execute(connection, Sql.text(SqliteFile.class, "from-2.sql"));
      Sql.execute(connection, Sql.text(SqliteFile.class, "views.sql"));
    } else if (version == 2) {
      Sql.execute(connection, "alter table trial_row add column hash integer");
      Sql.execute(connection, Sql.text(SqliteFile.class, "from-2.sql"));
    }
    if (version < 4) {
      Sql.execute(connection, Sql.text(SqliteFile.class, "factors.sql"));
    }
    Sql.execute(connection, Sql.text(Sql.class, "V3__summaries.sql"));
    Sql.execute(connection, "pragma user_version = " + SCHEMA_VERSION);
    Sql.execute(connection, "commit");
  }

  /** The version of the file's schema, 0 if it has none yet. */
  private int checkedVersion(Connection connection) throws SQLException {
    int tables = (int) Sql.number(connection, "select count(*) from sqlite_schema");
    int application = (int) Sql.number(connection, "pragma application_id");
    int version = (int) Sql.number(connection, "pragma user_version");
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

  @Override
  public ResultStoreException failure(SQLException e) {
    String message = SqliteFailure.explain(location, e);
    return SqliteFailure.mayPass(e)
        ? ResultStoreException.unavailable(message, e)
        : new ResultStoreException(message, e);
  }

  @Override
  public String toString() {
    return location;
  }
}
