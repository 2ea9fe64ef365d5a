package io.sluice.store.postgres;

import io.sluice.sdk.ResultStoreProviderExtension;
import io.sluice.spi.Description;
import io.sluice.spi.ResultStore;
import io.sluice.store.sql.SqlStore;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Opens stores in PostgreSQL databases. */
@Extension
public final class PostgresStoreProvider implements ResultStoreProviderExtension {

  @Override
  public String id() {
    return "postgres";
  }

  @Override
  public Description description() {
    return Description.of(
        "Tables in a PostgreSQL database, open to SQL, which several machines write and read.",
        "",
        "https://www.postgresql.org");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "postgres://user@host/database", "postgres://user@host:5433/database?schema=results");
  }

  @Override
  public ResultStore open(String location) {
    return new SqlStore(PostgresDatabase.open(address(location)));
  }

  @Override
  public Optional<ResultStore> openExisting(String location) {
    return PostgresDatabase.openExisting(address(location)).map(SqlStore::new);
  }

  private static PostgresAddress address(String location) {
    return PostgresAddress.of(location, System.getenv());
  }
}
