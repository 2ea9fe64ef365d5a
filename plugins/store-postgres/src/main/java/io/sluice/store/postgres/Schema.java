package io.sluice.store.postgres;

import io.sluice.spi.ResultStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The tables in a schema: makes them, brings them up to date, and refuses those of the future. */
final class Schema {

  private static final String HISTORY = "schema_history";

  private Schema() {}

  static void bringUpToDate(PostgresAddress address) {
    connect(address, false);
    migrate(address);
  }

  /** Whether the schema has tables of Sluice, which are then up to date. */
  static boolean isThere(PostgresAddress address) {
    boolean there = connect(address, true);
    if (there) {
      migrate(address);
    }
    return there;
  }

  private static void migrate(PostgresAddress address) {
    Flyway flyway = flyway(address, MigrationVersion.LATEST);
    try {
      MigrationInfoService migrations = flyway.info();
      refuseNewer(address, migrations);
      if (migrations.pending().length > 0) {
        flyway.migrate();
      }
    } catch (FlywayException e) {
      throw failure(address, e);
    }
  }

  /** Fails in words if there is no way in; else says whether the schema has a history. */
  private static boolean connect(PostgresAddress address, boolean look) {
    try (Connection connection = address.source().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select 1 from pg_tables where schemaname = ? and tablename = '" + HISTORY + "'")) {
      query.setString(1, address.schema());
      try (ResultSet row = query.executeQuery()) {
        return look && row.next();
      }
    } catch (SQLException e) {
      throw PostgresFailure.of(address, e);
    }
  }

  /** The migrations up to a version. */
  static Flyway flyway(PostgresAddress address, MigrationVersion target) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(address.source())
        .schemas(address.schema())
        .defaultSchema(address.schema())
        .table(HISTORY)
        .loggers("slf4j")
        .locations("classpath:io/sluice/store/sql", "classpath:io/sluice/store/postgres")
        .target(target)
        .load();
  }

  private static void refuseNewer(PostgresAddress address, MigrationInfoService migrations) {
    for (MigrationInfo migration : migrations.applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new ResultStoreException(
            address
                + " was written by a newer Sluice: its schema "
                + address.schema()
                + " has version "
                + migration.getVersion()
                + "; update Sluice, or name another schema: ?schema=another");
      }
    }
  }

  private static ResultStoreException failure(PostgresAddress address, FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return PostgresFailure.of(address, sql);
      }
    }
    return new ResultStoreException(
        address
            + " cannot be brought up to date: "
            + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ")
            + "; a schema of its own is had by ?schema=another",
        e);
  }
}
