package io.sluice.store.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Puts SQLite's failures into words: what went wrong with which file, and what to do about it. */
final class SqliteFailure {

  private SqliteFailure() {}

  static String explain(String location, SQLException e) {
    int kind = kind(e);
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
    String reason = reason(e);
    if (kind == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return location
          + " is damaged: "
          + reason
          + "; what can be read of it is saved by: sqlite3 "
          + location
          + " .recover | sqlite3 saved.db";
    }
    if (NativeLibrary.isMissing(e)) {
      return NativeLibrary.explain(reason);
    }
    return location + " fails: " + reason;
  }

  /** The low byte of a code is the kind of failure, the others are its variety. */
  private static int kind(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return code.code & 0xff;
  }

  /** Whether the same may work later: the file is locked, the disk full or failing. */
  static boolean mayPass(SQLException e) {
    int kind = kind(e);
    return kind == SQLiteErrorCode.SQLITE_BUSY.code
        || kind == SQLiteErrorCode.SQLITE_LOCKED.code
        || kind == SQLiteErrorCode.SQLITE_FULL.code
        || kind == SQLiteErrorCode.SQLITE_IOERR.code;
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
