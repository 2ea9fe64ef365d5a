package io.sluice.store.postgres;

import io.sluice.spi.ResultStoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Puts PostgreSQL's failures into words: what went wrong, and what to do about it. */
final class PostgresFailure {

  /**
   * Codes of what passes: a serialization failure, a deadlock, a lock not had, the server going
   * down or coming up, an error of its disk. So do all of the classes below.
   */
  private static final Set<String> PASSING =
      Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03", "58030");

  /** A connection is gone or cannot be had; the server lacks disk, memory or connections. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53");

  private PostgresFailure() {}

  static ResultStoreException of(PostgresAddress address, SQLException failure) {
    SQLException e = reason(failure);
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String said = line(e);
    switch (state) {
      case "28P01", "28000", "08004" -> {
        return new ResultStoreException(
            address
                + " does not let "
                + address.user()
                + " in: "
                + said
                + "; the password is taken from PGPASSWORD, or else from ~/.pgpass",
            failure);
      }
      case "3D000" -> {
        return new ResultStoreException(
            address
                + " names a database that is not there; make it by: createdb -h "
                + address.host()
                + " -p "
                + address.port()
                + " -U "
                + address.user()
                + " "
                + address.database(),
            failure);
      }
      case "42501" -> {
        return new ResultStoreException(
            address
                + " forbids it: "
                + said
                + "; somebody who may has to grant it to "
                + address.user(),
            failure);
      }
      case "08001" -> {
        return ResultStoreException.unavailable(
            address
                + " does not answer: "
                + said
                + "; start the server, or name another host and port",
            failure);
      }
      case "53100" -> {
        return ResultStoreException.unavailable(
            address + " cannot grow: the disk of the server is full", failure);
      }
      default -> {
        boolean passes =
            failure instanceof SQLTransientConnectionException
                || PASSING.contains(state)
                || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
        String message = address + (passes ? " is away: " : " fails: ") + said;
        return passes
            ? ResultStoreException.unavailable(message, failure)
            : new ResultStoreException(message, failure);
      }
    }
  }

  /** What PostgreSQL said: the pool puts its own exception around it. */
  private static SQLException reason(SQLException e) {
    return e instanceof SQLTransientConnectionException
            && e.getCause() instanceof SQLException inner
        ? inner
        : e;
  }

  private static String line(Throwable e) {
    return String.valueOf(e.getMessage())
        .replaceAll("\\s*\\R.*", "")
        .replaceFirst("^(FATAL|ERROR): ", "")
        .replaceFirst("\\.$", "");
  }
}
