package io.sluice.store.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A file as DuckDB has it open in this process. Whoever opens it again shares it, and the last who
 * closes it gives it free for other processes.
 */
final class Instance {

  private static final Map<Path, Instance> OPEN = new HashMap<>();

  private final Path path;
  private final boolean readOnly;
  private final DuckDBConnection root;
  private int users;

  private Instance(Path path, boolean readOnly) throws SQLException {
    this.path = path;
    this.readOnly = readOnly;
    root = connect("jdbc:duckdb:" + path, readOnly);
  }

  /** Opens a database; nothing is fetched from the network, whatever a query needs. */
  static DuckDBConnection connect(String url, boolean readOnly) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, String.valueOf(readOnly));
    DuckDBConnection connection =
        new DuckDBDriver().connect(url, settings).unwrap(DuckDBConnection.class);
    NativeLibrary.tidy();
    return connection;
  }

  /**
   * Opens a file.
   *
   * @param readOnly whether reading is enough; who writes may share it later all the same
   */
  static Instance open(Path path, boolean readOnly) throws SQLException, IOException {
    Path real = path.toAbsolutePath().getParent().toRealPath().resolve(path.getFileName());
    synchronized (OPEN) {
      Instance instance = OPEN.get(real);
      if (instance == null) {
        instance = new Instance(real, readOnly);
        OPEN.put(real, instance);
      } else if (instance.readOnly && !readOnly) {
        throw new SQLException("this process has it open to read");
      }
      instance.users++;
      return instance;
    }
  }

  Connection connection() throws SQLException {
    return root.duplicate();
  }

  void close() throws SQLException {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(path);
        root.close();
      }
    }
  }
}
