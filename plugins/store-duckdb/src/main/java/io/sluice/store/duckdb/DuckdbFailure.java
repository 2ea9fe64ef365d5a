package io.sluice.store.duckdb;

import io.sluice.spi.ResultStoreException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts DuckDB's failures into words: what went wrong with which file, and what to do about it. */
final class DuckdbFailure {

  private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");

  private DuckdbFailure() {}

  static ResultStoreException of(String location, SQLException e) {
    String said = String.valueOf(e.getMessage());
    Matcher holder = HOLDER.matcher(said);
    if (said.contains("Could not set lock") || said.contains("being used by another process")) {
      return ResultStoreException.unavailable(
          location
              + " is open in "
              + (holder.find() ? "process " + holder.group(1) : "another process")
              + ", and a DuckDB file is open in one at a time; wait until that has finished, or name"
              + " another store",
          e);
    }
    if (said.contains("not a valid DuckDB database file")) {
      return new ResultStoreException(location + " is not a DuckDB database; name another file", e);
    }
    if (said.contains("Trying to read a database file with version number")) {
      return new ResultStoreException(
          location
              + " was written by a newer DuckDB than this one; update the plugin or name another"
              + " file",
          e);
    }
    if (said.contains("Permission denied") || said.contains("read-only mode")) {
      return new ResultStoreException(
          location + " cannot be written: the file or its folder is read-only", e);
    }
    if (said.contains("No space left")) {
      return ResultStoreException.unavailable(location + " cannot grow: the disk is full", e);
    }
    if (said.contains("Conflict on") || said.contains("conflict")) {
      return ResultStoreException.unavailable(
          location + " was written by two at the same time: " + line(said), e);
    }
    if (said.contains("Corrupt") || said.contains("checksum") || said.contains("deserialize")) {
      return new ResultStoreException(
          location
              + " is damaged: "
              + line(said)
              + "; what is sound in it may be read by the program duckdb; to run the study again"
              + " into another file makes it anew",
          e);
    }
    if (said.contains("IO Error") && said.contains("rite")) {
      return ResultStoreException.unavailable(location + " cannot be written: " + line(said), e);
    }
    return new ResultStoreException(location + " fails: " + line(said), e);
  }

  private static String line(String said) {
    return said.strip().replaceAll("\\s*\\R.*", "");
  }
}
