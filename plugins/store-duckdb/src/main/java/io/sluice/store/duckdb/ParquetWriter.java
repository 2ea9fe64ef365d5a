package io.sluice.store.duckdb;

import io.sluice.spi.ResultStoreException;
import io.sluice.spi.TableFormat;
import io.sluice.store.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Gathers rows in a table of a temporary database and has DuckDB copy it to the file, all at once
 * and in their order.
 */
final class ParquetWriter implements TableFormat.Writer {

  private final Path file;
  private final List<String> columns;
  private final Path folder;
  private final DuckDBConnection connection;

  /** The first row, until it is known what the columns hold. */
  private final List<Object> first = new ArrayList<>();

  private DuckDBAppender appender;
  private boolean midRow;
  private boolean failed;

  ParquetWriter(Path file, List<String> columns) {
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new ResultStoreException("a table cannot have two columns of one name: " + columns);
    }
    this.file = file;
    this.columns = List.copyOf(columns);
    try {
      folder = Files.createTempDirectory("sluice-parquet");
      connection = Instance.connect("jdbc:duckdb:" + folder.resolve("rows.duckdb"), false);
    } catch (IOException e) {
      throw new ResultStoreException("there is no room to gather rows for " + file + ": " + e, e);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public ParquetWriter text(String value) {
    return value(value);
  }

  @Override
  public ParquetWriter whole(long value) {
    return value(value);
  }

  @Override
  public ParquetWriter number(double value) {
    return value(value);
  }

  private ParquetWriter value(Object value) {
    if (appender == null) {
      first.add(value);
      return this;
    }
    try {
      if (!midRow) {
        appender.beginRow();
        midRow = true;
      }
      if (value instanceof Long whole) {
        appender.append(whole.longValue());
      } else if (value instanceof Double number && !number.isNaN()) {
        appender.append(number.doubleValue());
      } else if (value instanceof String text) {
        appender.append(text);
      } else {
        appender.appendNull();
      }
      return this;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void endRow() {
    try {
      if (appender == null) {
        begin();
        List.copyOf(first).forEach(this::value);
      }
      appender.endRow();
      midRow = false;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void begin() throws SQLException {
    List<String> declared = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      // Of a table without rows nothing is known.
      Object value = i < first.size() ? first.get(i) : "";
      String type =
          value instanceof Long ? "bigint" : value instanceof Double ? "double" : "varchar";
      declared.add("\"" + columns.get(i).replace("\"", "\"\"") + "\" " + type);
    }
    Sql.execute(connection, "create table rows (" + String.join(", ", declared) + ")");
    appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "rows");
  }

  @Override
  public void close() {
    try {
      if (!failed) {
        if (appender == null) {
          begin();
        }
        appender.close();
        Sql.execute(
            connection,
            "copy rows to '"
                + file.toAbsolutePath().toString().replace("'", "''")
                + "' (format parquet, compression zstd)");
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      tidy();
    }
  }

  private void tidy() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // What was to be written is written or told.
    }
    for (String name : List.of("rows.duckdb", "rows.duckdb.wal", "rows.duckdb.tmp")) {
      folder.resolve(name).toFile().delete();
    }
    folder.toFile().delete();
  }

  private ResultStoreException failure(SQLException e) {
    failed = true;
    return DuckdbFailure.of(file.toString(), e);
  }
}
